package org.folkmoot.fields;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which fields there are, in the order of the community.
@Repository
@Transactional
class CustomFields {

    private static final int MOST = 100;

    private static final String SELECT =
            """
            select f.id, f.key, f.name, f.kind, f.choices, f.guarded, f.archived_at is not null, f.before is not null, 0
            from fields.field f where f.community_id = folkmoot.community()
            """;

    private final JdbcClient db;
    private final Trail trail;

    CustomFields(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// All of them, archived ones last.
    @Transactional(readOnly = true)
    List<CustomField> all() {
        return db.sql(SELECT + " order by f.archived_at is not null, f.place, f.id")
                .query(CustomFields::read)
                .list();
    }

    /// The same with how many people each is said of.
    @Transactional(readOnly = true)
    List<CustomField> counted() {
        var many = new HashMap<Long, Integer>();
        db.sql(
                        """
                        select field_id, count(*) from fields.entry
                        where community_id = folkmoot.community() and value is not null group by field_id
                        """)
                .query(
                        row -> {
                            many.put(row.getLong(1), row.getInt(2));
                        });
        return all().stream().map(f -> f.of(many.getOrDefault(f.id(), 0))).toList();
    }

    /// Those in use.
    ///
    /// @param guarded whether also those that not everybody may see
    @Transactional(readOnly = true)
    List<CustomField> inUse(boolean guarded) {
        return all().stream().filter(f -> !f.archived() && (guarded || !f.guarded())).toList();
    }

    /// @throws Refusal.NotFound also for one of another community
    @Transactional(readOnly = true)
    CustomField get(long id) {
        return db.sql(SELECT + " and f.id = :id")
                .param("id", id)
                .query(CustomFields::read)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This field"));
    }

    @Transactional(readOnly = true)
    Optional<CustomField> named(String key) {
        return db.sql(SELECT + " and f.key = :key")
                .param("key", key)
                .query(CustomFields::read)
                .optional();
    }

    private static CustomField read(ResultSet row, int number) throws SQLException {
        return new CustomField(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                FieldKind.of(row.getString(4)).orElseThrow(),
                List.of((String[]) row.getArray(5).getArray()),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getInt(9),
                row.getBoolean(8));
    }

    /// @throws Refusal.Unusable when a field has that name already, or there are too many
    long add(FieldWish wish) {
        free(wish.name(), 0);
        if (all().size() >= MOST) {
            throw new Refusal.Unusable(
                    "There are %d fields already, and no more can be shown well.".formatted(MOST));
        }
        return add(unused(FieldWish.key(wish.name())), wish);
    }

    /// One that is known by that key elsewhere.
    long add(String key, FieldWish wish) {
        var id =
                db.sql(
                                """
                                insert into fields.field (community_id, key, name, kind, choices, guarded, place, by)
                                values (folkmoot.community(), :key, :name, :kind, :choices, :guarded,
                                    (select coalesce(max(place), 0) + 1 from fields.field where community_id = folkmoot.community()), :by)
                                returning id
                                """)
                        .param("key", key)
                        .param("name", wish.name())
                        .param("kind", wish.kind().key())
                        .param("choices", wish.choices().toArray(String[]::new))
                        .param("guarded", wish.guarded())
                        .param("by", Trail.who())
                        .query(Long.class)
                        .single();
        trail.record("field added", "field", key, Map.of("kind", wish.kind().key()));
        return id;
    }

    private String unused(String key) {
        var taken = all().stream().map(CustomField::key).toList();
        var free = key;
        for (int n = 2; taken.contains(free); n++) {
            free = key + "_" + n;
        }
        return free;
    }

    private void free(String name, long besides) {
        if (all().stream().anyMatch(f -> f.id() != besides && f.name().equalsIgnoreCase(name))) {
            throw new Refusal.Unusable(
                    "There is a field %s already, in use or archived.".formatted(name));
        }
    }

    /// Changes name, choices and who sees it; its kind stays, so that what was said stays true.
    void change(long id, FieldWish wish) {
        var field = get(id);
        free(wish.name(), id);
        db.sql(
                        """
                        update fields.field set name = :name, choices = :choices, guarded = :guarded,
                            before = jsonb_build_object('name', name, 'choices', to_jsonb(choices), 'guarded', guarded)
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .param("name", wish.name())
                .param("choices", wish.choices().toArray(String[]::new))
                .param("guarded", wish.guarded())
                .update();
        trail.record("field changed", "field", field.key(), Map.of("name", wish.name()));
    }

    /// Takes the last change back; undone twice, it is as changed again.
    void undo(long id) {
        var field = get(id);
        db.sql(
                        """
                        update fields.field set name = before->>'name', guarded = (before->>'guarded')::boolean,
                            choices = array(select jsonb_array_elements_text(before->'choices')),
                            before = jsonb_build_object('name', name, 'choices', to_jsonb(choices), 'guarded', guarded)
                        where community_id = folkmoot.community() and id = :id and before is not null
                        """)
                .param("id", id)
                .update();
        trail.record("field change undone", "field", field.key(), Map.of());
    }

    /// Out of use, with all that was said kept; or back in use.
    void archive(long id, boolean archived) {
        var field = get(id);
        db.sql(
                        """
                        update fields.field set archived_at = case when :archived then coalesce(archived_at, now()) end
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .param("archived", archived)
                .update();
        trail.record(
                archived ? "field archived" : "field brought back", "field", field.key(), Map.of());
    }

    /// One place up or down among those in use.
    void move(long id, boolean up) {
        var inUse = new java.util.ArrayList<>(inUse(true).stream().map(CustomField::id).toList());
        var at = inUse.indexOf(id);
        var to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= inUse.size()) {
            return;
        }
        java.util.Collections.swap(inUse, at, to);
        db.sql(
                        """
                        update fields.field f set place = o.place
                        from unnest(:ids::bigint[]) with ordinality o(id, place)
                        where f.community_id = folkmoot.community() and f.id = o.id
                        """)
                .param("ids", inUse.toArray(Long[]::new))
                .update();
        trail.record("fields put in order", "field", get(id).key(), Map.of());
    }
}
