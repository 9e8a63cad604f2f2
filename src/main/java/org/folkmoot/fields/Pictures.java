package org.folkmoot.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.members.Faces;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The pictures that are kept here, and whether they may be fetched. They lie in the database,
/// so a backup holds them.
@Repository
@Transactional
class Pictures {

    private final JdbcClient db;
    private final Faces faces;
    private final Trail trail;

    Pictures(JdbcClient db, Faces faces, Trail trail) {
        this.db = db;
        this.faces = faces;
        this.trail = trail;
    }

    /// A picture to fetch.
    record Due(long identity, String url) {}

    /// @param kept pictures that are here
    /// @param missed pictures that could not be had
    /// @param told accounts that tell where their picture is
    record Count(int kept, int missed, int told) {}

    /// Not before somebody of the team has said so.
    @Transactional(readOnly = true)
    boolean wanted() {
        return db.sql(
                        "select wanted from fields.picture_choice where community_id = folkmoot.community()")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void choose(boolean fetch) {
        db.sql(
                        """
                        insert into fields.picture_choice (community_id, wanted, by) values (folkmoot.community(), :fetch, :by)
                        on conflict (community_id) do update set wanted = excluded.wanted, by = excluded.by, at = now()
                        """)
                .param("fetch", fetch)
                .param("by", Trail.who())
                .update();
        trail.record(fetch ? "pictures allowed" : "pictures stopped", "pictures", null, Map.of());
    }

    @Transactional(readOnly = true)
    Count count() {
        return db.sql(
                        """
                        select (select count(*) from fields.picture where community_id = folkmoot.community() and digest is not null),
                            (select count(*) from fields.picture where community_id = folkmoot.community() and digest is null),
                            (select count(*) from members.report_avatar where community_id = folkmoot.community() and url <> '')
                        """)
                .query((row, _) -> new Count(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /// Takes away pictures whose accounts tell another address by now, or none.
    void dropOld() {
        giveWay();
        worn(
                db.sql(
                                """
                                delete from fields.picture p where p.community_id = folkmoot.community() and not exists (
                                    select from members.report_avatar a where a.community_id = p.community_id
                                        and a.identity_id = p.identity_id and md5(a.url) = p.origin)
                                returning p.identity_id
                                """)
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    /// Accounts after that one whose picture was not tried, or is to be tried again.
    @Transactional(readOnly = true)
    List<Due> due(long after, int most) {
        return db.sql(
                        """
                        select a.identity_id, a.url from members.report_avatar a
                        left join fields.picture p on p.community_id = a.community_id and p.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.identity_id > :after and a.url <> ''
                            and (p.identity_id is null or p.again_at < now())
                        order by a.identity_id limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Due(row.getLong(1), row.getString(2)))
                .list();
    }

    /// Whoever imports goes first: we wait for nobody long, and try again.
    private void giveWay() {
        db.sql("set local lock_timeout = '500ms'").update();
    }

    /// What came of these, in the order they were due. What may help is tried again after an
    /// hour, then a day, then every week.
    void keep(List<Due> due, List<RemotePictures.Got> got) {
        giveWay();
        var worn = new HashMap<Long, @Nullable String>();
        for (int i = 0; i < due.size(); i++) {
            var one = got.get(i);
            var picture = one.picture();
            db.sql(
                            """
                            insert into fields.picture as p (community_id, identity_id, origin, digest, bytes, why, again_at)
                            values (folkmoot.community(), :identity, md5(:url), :digest, :bytes, :why,
                                case when :again then now() + interval '1 hour' end)
                            on conflict (community_id, identity_id) do update
                                set origin = excluded.origin, digest = excluded.digest, bytes = excluded.bytes, why = excluded.why,
                                    at = now(), tries = p.tries + 1, again_at = case when :again
                                        then now() + case when p.tries = 1 then interval '1 day' else interval '7 days' end end
                            """)
                    .param("identity", due.get(i).identity())
                    .param("url", due.get(i).url())
                    .param("digest", picture == null ? null : picture.digest())
                    .param("bytes", picture == null ? null : picture.bytes(), java.sql.Types.BINARY)
                    .param("why", one.why())
                    .param("again", one.again())
                    .update();
            if (picture != null) {
                worn.put(due.get(i).identity(), picture.digest());
            }
        }
        faces.wear(worn);
    }

    @Transactional(readOnly = true)
    Optional<byte[]> bytes(String digest) {
        return db.sql(
                        """
                        select bytes from fields.picture where community_id = folkmoot.community() and digest = :digest limit 1
                        """)
                .param("digest", digest)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /// Takes all away. They can be fetched again.
    int removeAll() {
        var gone =
                db.sql(
                                "delete from fields.picture where community_id = folkmoot.community() returning identity_id")
                        .query((row, _) -> row.getLong(1))
                        .list();
        worn(gone);
        trail.record("pictures removed", "pictures", null, Map.of("accounts", gone.size()));
        return gone.size();
    }

    void remove(Collection<Long> identities) {
        db.sql(
                        "delete from fields.picture where community_id = folkmoot.community() and identity_id = any(:ids)")
                .param("ids", identities.toArray(Long[]::new))
                .update();
        worn(identities);
    }

    private void worn(Collection<Long> none) {
        var worn = new HashMap<Long, @Nullable String>();
        new ArrayList<>(none).forEach(id -> worn.put(id, null));
        faces.wear(worn);
    }
}
