package org.folkmoot.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What an import brings beside the profiles: the tags, notes and roles another tool's team gave.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Brought {

    private final JdbcClient db;
    private final DataSource source;

    Brought(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    void tagsAndNotes(Collection<Told> told, Map<Key, Long> ids) {
        var tags = new CopyIn();
        var notes = new CopyIn();
        for (var t : told) {
            var id = Objects.requireNonNull(ids.get(t.key()));
            new TreeSet<>(t.tags())
                    .stream()
                            .map(String::strip)
                            .filter(tag -> !tag.isEmpty() && tag.length() <= 100)
                            .forEach(tag -> tags.row(id, tag));
            t.notes().stream()
                    .filter(note -> !note.isBlank())
                    .map(note -> note.substring(0, Math.min(note.length(), 20_000)))
                    .forEach(
                            note ->
                                    notes.row(
                                            id,
                                            note,
                                            Objects.requireNonNullElse(t.asOf(), Instant.EPOCH)));
        }
        if (tags.count() > 0) {
            db.sql("create temporary table tagged (id bigint, name text) on commit drop").update();
            tags.into(source, "tagged");
            db.sql(
                            """
                            insert into members.tag (community_id, put_on, member_id, name, by)
                            select distinct folkmoot.community(), coalesce(i.home, i.member_id), i.member_id, t.name, 'import'
                            from tagged t join members.identity i on i.community_id = folkmoot.community() and i.id = t.id
                            on conflict do nothing
                            """)
                    .update();
            db.sql("drop table tagged").update();
        }
        if (notes.count() > 0) {
            db.sql(
                            "create temporary table noted (id bigint, text text, at timestamptz) on commit drop")
                    .update();
            notes.into(source, "noted");
            db.sql(
                            """
                            insert into members.note (community_id, put_on, member_id, text, by, at)
                            select distinct on (coalesce(i.home, i.member_id), n.text) folkmoot.community(), coalesce(i.home, i.member_id),
                                i.member_id, n.text, 'import', n.at
                            from noted n join members.identity i on i.community_id = folkmoot.community() and i.id = n.id
                            where not exists (select from members.note o where o.community_id = i.community_id
                                and o.put_on = coalesce(i.home, i.member_id) and o.text in (n.text, 'md5:' || md5(n.text)))
                            """)
                    .update();
            db.sql("drop table noted").update();
        }
    }

    /// A role that a team gave elsewhere holds here unless this team said otherwise.
    ///
    /// @return the identities of those of whom a role was told
    List<Long> rolesByHand(Collection<Told> told, Map<Key, Long> ids) {
        var said = new ArrayList<Long>();
        for (var t : told) {
            if (t.roleByHand() != null
                    && List.of("member", "staff", "bot").contains(t.roleByHand())) {
                db.sql(
                                """
                                insert into members.said (community_id, put_on, field, member_id, value, by)
                                select folkmoot.community(), coalesce(i.home, i.member_id), 'role', i.member_id, :role, 'import'
                                from members.identity i where i.community_id = folkmoot.community() and i.id = :identity
                                on conflict (community_id, put_on, field) do update set value = excluded.value, at = excluded.at
                                    where said.value is null
                                """)
                        .param("role", t.roleByHand())
                        .param("identity", ids.get(t.key()))
                        .update();
                said.add(Objects.requireNonNull(ids.get(t.key())));
            }
        }
        return said;
    }
}
