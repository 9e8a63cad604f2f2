package org.folkmoot.organisations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.folkmoot.members.Employers.Employer;
import org.folkmoot.organisations.Organisation.Joined;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which organisation each is by now, along the pointers that joining moved.
@Repository
@Transactional(readOnly = true)
class Roots {

    private final JdbcClient db;

    Roots(JdbcClient db) {
        this.db = db;
    }

    /// Which organisation this one is by now: itself, or the one it was joined into.
    long present(long id) {
        return db.sql(
                        """
                        with recursive up as (
                            select id, same_as from organisations.organisation
                            where community_id = folkmoot.community() and id = :id
                            union all
                            select o.id, o.same_as from up join organisations.organisation o
                                on o.community_id = folkmoot.community() and o.id = up.same_as)
                        select coalesce((select id from up where same_as is null), :id)
                        """)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /// Those that are one of these by now, in the order in which they were joined.
    List<Joined> joined(Collection<Long> ids) {
        return db.sql(
                        """
                        with recursive down as (
                            select id from organisations.organisation
                            where community_id = folkmoot.community() and same_as = any(:ids)
                            union all
                            select o.id from down join organisations.organisation o
                                on o.community_id = folkmoot.community() and o.same_as = down.id)
                        select o.id, o.name, s.id, coalesce((
                            select jsonb_agg(jsonb_build_object('kind', g.kind, 'key', g.key, 'shown', g.shown) order by g.kind desc, g.key)
                            from organisations.sign g where g.community_id = o.community_id and g.organisation = o.id), '[]')
                        from down d join organisations.organisation o on o.community_id = folkmoot.community() and o.id = d.id
                        join organisations.step s on s.community_id = o.community_id and s.one = o.id
                            and s.into_other = o.same_as and s.undone_at is null
                        order by s.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                new Joined(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        OrganisationRows.signs(row.getString(4))))
                .list();
    }

    /// What these are now, each with all that it and those joined into it are known by; one that is
    /// another has none.
    List<Employer> employers(Collection<Long> touched) {
        Set<Long> roots = new HashSet<>();
        touched.forEach(id -> roots.add(present(id)));
        var all = new LinkedHashMap<Long, Employer>();
        touched.forEach(id -> all.put(id, new Employer(id, "", false, List.of())));
        db.sql(
                        """
                        with recursive down as (
                            select id as root, id from unnest(cast(:roots as bigint[])) id
                            union all
                            select d.root, o.id from down d join organisations.organisation o
                                on o.community_id = folkmoot.community() and o.same_as = d.id)
                        select r.id, r.name, r.staff, s.kind, s.key from down d
                        join organisations.sign s on s.community_id = folkmoot.community() and s.organisation = d.id
                        join organisations.organisation r on r.community_id = s.community_id and r.id = d.root
                        """)
                .param("roots", roots.toArray(Long[]::new))
                .query(
                        row -> {
                            var sign =
                                    new org.folkmoot.members.Employers.Sign(
                                            row.getString(4), row.getString(5));
                            var id = row.getLong(1);
                            var before = all.get(id);
                            var signs =
                                    new ArrayList<>(before == null ? List.of() : before.signs());
                            signs.add(sign);
                            all.put(
                                    id,
                                    new Employer(id, row.getString(2), row.getBoolean(3), signs));
                        });
        return List.copyOf(all.values());
    }
}
