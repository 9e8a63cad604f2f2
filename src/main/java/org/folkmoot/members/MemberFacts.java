package org.folkmoot.members;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What follows from the identities: when a member was first and last seen, how often, on which
/// platforms, under which name.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MemberFacts {

    private final JdbcClient db;
    private final DataSource source;

    MemberFacts(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    void add(List<Seen> added) {
        stage(added);
        db.sql(
                        """
                        update members.identity i set
                            first_seen = least(i.first_seen, s.first_at), last_seen = greatest(i.last_seen, s.last_at),
                            activities = i.activities + s.activities,
                            left_at = case when i.profile->'left'->>'v' like '~%' then greatest(i.left_at, s.last_at) else i.left_at end
                        from seen s where i.community_id = folkmoot.community() and i.id = s.identity_id
                        """)
                .update();
        db.sql(
                        """
                        insert into members.doing (community_id, identity_id, kind, times, last_at)
                        select folkmoot.community(), identity_id, kind, times, last_at from did
                        on conflict (community_id, identity_id, kind) do update
                            set times = doing.times + excluded.times, last_at = greatest(doing.last_at, excluded.last_at)
                        """)
                .update();
        unstage();
    }

    void replace(List<Seen> all) {
        stage(all);
        db.sql(
                        """
                        update members.identity i set
                            first_seen = least(s.first_at, i.joined_at, (i.profile->'shown'->>'v')::timestamptz),
                            last_seen = s.last_at, activities = s.activities,
                            left_at = case when i.profile->'left'->>'v' like '~%'
                                then greatest(substr(i.profile->'left'->>'v', 2)::timestamptz, s.last_at) else i.left_at end
                        from seen s where i.community_id = folkmoot.community() and i.id = s.identity_id
                        """)
                .update();
        db.sql(
                        """
                        delete from members.doing d using seen s
                        where d.community_id = folkmoot.community() and d.identity_id = s.identity_id
                        """)
                .update();
        db.sql(
                        """
                        insert into members.doing (community_id, identity_id, kind, times, last_at)
                        select folkmoot.community(), identity_id, kind, times, last_at from did
                        """)
                .update();
        unstage();
    }

    /// Those who left on a day the platform tells and were active later, or were thought to be.
    Map<Long, Instant> goneYetActive(Collection<Long> identities) {
        var gone = new HashMap<Long, Instant>();
        db.sql(
                        """
                        select id, left_at from members.identity
                        where community_id = folkmoot.community() and id = any(:ids)
                            and (back_at is not null or last_seen > left_at) and left_at is not null
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                gone.put(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        return gone;
    }

    void cameBack(Map<Long, Instant> firstAfter, Collection<Long> gone) {
        var rows = new CopyIn();
        gone.forEach(id -> rows.row(id, firstAfter.get(id)));
        db.sql("create temporary table came (id bigint, back_at timestamptz) on commit drop")
                .update();
        rows.into(source, "came");
        db.sql(
                        """
                        update members.identity i set back_at = c.back_at from came c
                        where i.community_id = folkmoot.community() and i.id = c.id
                        """)
                .update();
        db.sql("drop table came").update();
        deriveSeen(gone);
    }

    private void stage(List<Seen> rows) {
        var seen = new CopyIn();
        var did = new CopyIn();
        for (var s : rows) {
            seen.row(s.identity(), s.first(), s.last(), s.activities());
            s.kinds().forEach((kind, t) -> did.row(s.identity(), kind, t.times(), t.last()));
        }
        db.sql(
                        """
                        create temporary table seen (identity_id bigint, first_at timestamptz, last_at timestamptz,
                            activities integer) on commit drop
                        """)
                .update();
        db.sql(
                        """
                        create temporary table did (identity_id bigint, kind text, times integer,
                            last_at timestamptz) on commit drop
                        """)
                .update();
        seen.into(source, "seen");
        did.into(source, "did");
    }

    private void unstage() {
        db.sql("drop table seen, did").update();
    }

    /// Recomputes when and how often the members of these identities were seen.
    void deriveSeen(Collection<Long> identities) {
        if (identities.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        with touched as materialized (
                            select distinct member_id from members.identity
                            where community_id = folkmoot.community() and id = any(:identities)
                        ), fact as (
                            select i.member_id,
                                min(i.first_seen) first_seen, max(i.last_seen) last_seen, sum(i.activities) activities,
                                %s
                            from members.identity i join touched using (member_id)
                            where i.community_id = folkmoot.community()
                            group by i.member_id
                        )
                        update members.member m set first_seen = f.first_seen, last_seen = f.last_seen, left_at = f.left_at,
                            back_at = case when f.left_at is not null and f.back_at > f.left_at then f.back_at end,
                            activities = f.activities
                        from fact f where m.community_id = folkmoot.community() and m.id = f.member_id
                        """
                                .formatted(MemberFactsSql.LEAVING))
                .param("identities", identities.toArray(Long[]::new))
                .update();
    }

    /// Writes all that follows for the members of these identities, in one statement; who is not
    /// there yet is added whole, as a row that is changed right away costs each index twice.
    void derive(Collection<Long> identities) {
        if (identities.isEmpty()) {
            return;
        }
        db.sql(MemberFactsSql.DERIVE).param("identities", identities.toArray(Long[]::new)).update();
    }
}
