package org.folkmoot.organisations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Named;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Organisations as lines of an export, and back.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OrganisationsArchive implements Keeper {

    private final JdbcClient db;
    private final Organisations organisations;
    private final Mergers mergers;
    private final Directory directory;

    OrganisationsArchive(
            JdbcClient db, Organisations organisations, Mergers mergers, Directory directory) {
        this.db = db;
        this.organisations = organisations;
        this.mergers = mergers;
        this.directory = directory;
    }

    /// One line each; one that is another says so, and comes after that one.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        with recursive tree as (
                            select id, 0 as depth from organisations.organisation
                            where community_id = folkmoot.community() and same_as is null
                            union all
                            select o.id, t.depth + 1 from tree t join organisations.organisation o
                                on o.community_id = folkmoot.community() and o.same_as = t.id)
                        select o.name, o.url, o.note, o.staff, s.name,
                            (select coalesce(array_agg(g.shown order by g.shown), '{}') from organisations.sign g
                                where g.community_id = o.community_id and g.organisation = o.id and g.kind = 'name' and g.shown <> o.name),
                            (select coalesce(array_agg(g.shown order by g.shown), '{}') from organisations.sign g
                                where g.community_id = o.community_id and g.organisation = o.id and g.kind = 'domain')
                        from tree t join organisations.organisation o on o.community_id = folkmoot.community() and o.id = t.id
                        left join organisations.organisation s on s.community_id = o.community_id and s.id = o.same_as
                        order by t.depth, o.id
                        """)
                .query(
                        row -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("type", "organisation");
                            one.put("name", row.getString(1));
                            one.put("url", row.getString(2));
                            one.put("note", row.getString(3));
                            one.put("staff", row.getBoolean(4));
                            if (row.getString(5) != null) {
                                one.put("sameAs", row.getString(5));
                            }
                            one.put("names", List.of((Object[]) row.getArray(6).getArray()));
                            one.put("domains", List.of((Object[]) row.getArray(7).getArray()));
                            line.accept(one);
                        });
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of("organisation");
    }

    @Override
    public Optional<String> take(JsonNode row, Named named) {
        var form =
                new Form(
                        text(row, "name"),
                        text(row, "url"),
                        text(row, "note"),
                        joined(row, "names"),
                        joined(row, "domains"));
        var id = organisations.bring(form, row.path("staff").asBoolean(false));
        var same = directory.named(text(row, "sameAs"));
        if (same.isPresent() && directory.named(form.name()).equals(Optional.of(id))) {
            mergers.bring(id, same.get());
        }
        return Optional.empty();
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private static String joined(JsonNode row, String field) {
        return row.path(field)
                .valueStream()
                .map(n -> n.asString(""))
                .collect(Collectors.joining("\n"));
    }
}
