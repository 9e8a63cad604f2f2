package org.folkmoot.fields;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Named;
import org.folkmoot.members.PeopleArchive;
import org.folkmoot.members.SaidArchive;
import org.folkmoot.members.SaidElsewhere;
import org.folkmoot.members.SaidElsewhere.Saying;
import org.folkmoot.members.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The community's own fields and what was said in them, out into an export and in from
/// another.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class FieldsArchive implements Keeper {

    /// Who said what a table or an account told.
    public static final String IMPORT = "import";

    private final CustomFields fields;
    private final JdbcClient db;

    FieldsArchive(CustomFields fields, JdbcClient db) {
        this.fields = fields;
        this.db = db;
    }

    /// Under which key a field of that name is known, if there is one: "T-shirt size" is
    /// `t_shirt_size`.
    public static String key(String name) {
        return FieldWish.key(name);
    }

    /// The keys of all fields in use.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Set<String> keys() {
        return fields.inUse(true).stream().map(CustomField::key).collect(Collectors.toSet());
    }

    /// First a line for each field, then one for each value, by the account it was put on.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        for (var field : fields.all()) {
            var told = new LinkedHashMap<String, Object>();
            told.put("type", "field");
            told.put("key", field.key());
            told.put("name", field.name());
            told.put("kind", field.kind().key());
            told.put("choices", field.choices());
            told.put("guarded", field.guarded());
            told.put("archived", field.archived());
            line.accept(told);
        }
        db.sql(
                        """
                        select a.source, a.external_id, f.key, e.value, e.by, e.at from fields.entry e
                        join fields.field f on f.community_id = e.community_id and f.id = e.field_id
                        join members.report_home h on h.community_id = e.community_id and h.home = e.put_on
                        join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
                        where e.community_id = folkmoot.community() and e.value is not null
                        order by a.identity_id, f.key
                        """)
                .withFetchSize(1000)
                .query(
                        row -> {
                            line.accept(
                                    SaidArchive.line(
                                            "entry",
                                            PeopleArchive.account(
                                                    row.getString(1), row.getString(2)),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getObject(6, OffsetDateTime.class)));
                        });
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of("field", "entry");
    }

    @Override
    public Optional<String> take(JsonNode row, Named named) {
        return take(List.of(row), named).stream().map(Unkept::why).findFirst();
    }

    @Override
    public List<Unkept> take(List<JsonNode> rows, Named named) {
        var unkept = new ArrayList<Unkept>();
        var said = new LinkedHashMap<Saying, JsonNode>();
        for (var row : rows) {
            if (row.path("type").asString("").equals("field")) {
                field(row);
            } else {
                said.put(SaidArchive.saying(row), row);
            }
        }
        said.keySet().removeIf(one -> !named.accounts().containsKey(one.account()));
        bring(said.keySet(), named.accounts())
                .forEach(
                        (one, why) ->
                                unkept.add(new Unkept(Objects.requireNonNull(said.get(one)), why)));
        return unkept;
    }

    /// Adds a field that is known by no such key here; one that is stays as this team has it.
    private void field(JsonNode row) {
        var key = row.path("key").asString("");
        if (!key.matches("[a-z0-9_]{1,60}")) {
            throw new Refusal.Unusable("No field can have the key %s.".formatted(key));
        }
        if (fields.named(key).isEmpty()) {
            var choices = row.path("choices").valueStream().map(n -> n.asString(""));
            var wish =
                    FieldWish.of(
                            row.path("name").asString(""),
                            row.path("kind").asString(""),
                            choices.collect(Collectors.joining("\n")),
                            row.path("guarded").asBoolean(false));
            var id = fields.add(key, wish);
            if (row.path("archived").asBoolean(false)) {
                fields.archive(id, true);
            }
        }
    }

    /// Takes values as said here, where nobody here has said anything in that field. What an
    /// import told gives way to a later one.
    ///
    /// @param ids the identities of all accounts named
    /// @return what cannot be kept, with the reason
    public Map<Saying, String> bring(Collection<Saying> told, Map<Told.Key, Long> ids) {
        var refused = new LinkedHashMap<Saying, String>();
        var usable = new ArrayList<Saying>();
        var known = new LinkedHashMap<String, CustomField>();
        if (!told.isEmpty()) {
            fields.all().forEach(f -> known.put(f.key(), f));
        }
        for (var one : told) {
            var field = known.get(one.field());
            if (field == null) {
                refused.put(one, "There is no field %s.".formatted(one.field()));
                continue;
            }
            try {
                usable.add(
                        new Saying(
                                one.account(),
                                one.field(),
                                field.usable(one.value()),
                                one.by(),
                                one.at()));
            } catch (Refusal.Unusable e) {
                refused.put(one, String.valueOf(e.getMessage()));
            }
        }
        if (!usable.isEmpty()) {
            keep(usable, ids);
        }
        return refused;
    }

    private void keep(List<Saying> usable, Map<Told.Key, Long> ids) {
        db.sql(
                        """
                        insert into fields.entry (community_id, put_on, field_id, value, by, at)
                        select distinct on (1, 2, 3) folkmoot.community(), h.home, f.id, t.value, t.by, t.at
                        from unnest(:ids::bigint[], :keys::text[], :values::text[], :bys::text[], :ats::timestamptz[])
                            t(id, key, value, by, at)
                        join fields.field f on f.community_id = folkmoot.community() and f.key = t.key
                        join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = t.id
                        order by 1, 2, 3, t.at desc
                        on conflict (community_id, put_on, field_id) do update
                            set value = excluded.value, by = excluded.by, at = excluded.at
                            where entry.by = :import and excluded.by = :import and entry.at <= excluded.at
                        """)
                .param("ids", usable.stream().map(t -> ids.get(t.account())).toArray(Long[]::new))
                .param("import", IMPORT)
                .param("keys", SaidElsewhere.column(usable, Saying::field))
                .param("values", SaidElsewhere.column(usable, Saying::value))
                .param("bys", SaidElsewhere.column(usable, Saying::by))
                .param(
                        "ats",
                        usable.stream()
                                .map(t -> t.at().atOffset(ZoneOffset.UTC).toString())
                                .toArray(String[]::new))
                .update();
    }
}
