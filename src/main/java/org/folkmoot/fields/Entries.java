package org.folkmoot.fields;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is said of people in the community's own fields.
@Repository
@Transactional
class Entries {

    private final JdbcClient db;
    private final Trail trail;

    Entries(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// A value with who said it and when.
    record Entry(long field, String value, String by, Instant at) {

        /// "said by Grace", "from an import".
        String words() {
            return by.equals(FieldsArchive.IMPORT) ? "from an import" : "said by " + by;
        }
    }

    /// One time somebody said something; null: taken back.
    record Change(@Nullable String after, String by, Instant at) {}

    /// What was done at once, for the sentence about it and its undoing.
    ///
    /// @param batch 0 when nothing changed
    record Done(long batch, int people) {}

    /// What holds of one person, by field, in one statement.
    @Transactional(readOnly = true)
    Map<Long, Entry> of(long member) {
        var all = new HashMap<Long, Entry>();
        db.sql(
                        """
                        select distinct on (e.field_id) e.field_id, e.value, e.by, e.at from fields.entry e
                        where e.community_id = folkmoot.community() and e.put_on in (
                            select h.home from members.report_home h
                            where h.community_id = folkmoot.community() and h.member_id = :member)
                        order by e.field_id, e.at desc, e.put_on
                        """)
                .param("member", member)
                .query(
                        row -> {
                            if (row.getString(2) != null) {
                                all.put(row.getLong(1), entry(row));
                            }
                        });
        return all;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong(1), row.getString(2), row.getString(3), instant(row, 4));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    /// Who said what of somebody in that field, the latest first.
    @Transactional(readOnly = true)
    List<Change> history(long member, long field) {
        return db.sql(
                        """
                        select c.after, c.by, c.at from fields.change c
                        where c.community_id = folkmoot.community() and c.field_id = :field and c.put_on in (
                            select h.home from members.report_home h
                            where h.community_id = folkmoot.community() and h.member_id = :member)
                        order by c.id desc limit 50
                        """)
                .param("member", member)
                .param("field", field)
                .query((row, _) -> new Change(row.getString(1), row.getString(2), instant(row, 3)))
                .list();
    }

    /// Says the same of all these people; null takes back what was said of them.
    ///
    /// @param value as the field's kind writes it
    Done put(CustomField field, @Nullable String value, Collection<Long> members) {
        var batch = db.sql("select nextval('fields.batch_id')").query(Long.class).single();
        var people =
                db.sql(
                                """
                                with now as (
                                    select distinct on (h.member_id) h.member_id, e.value
                                    from members.report_home h
                                    join fields.entry e on e.community_id = h.community_id and e.put_on = h.home and e.field_id = :field
                                    where h.community_id = folkmoot.community() and h.member_id = any(:members)
                                    order by h.member_id, e.at desc, e.put_on
                                ), meant as (
                                    select distinct h.member_id from members.report_home h
                                    left join now n on n.member_id = h.member_id
                                    where h.community_id = folkmoot.community() and h.member_id = any(:members)
                                        and n.value is distinct from :value
                                ), noted as (
                                    insert into fields.change (community_id, batch, put_on, field_id, had, before, after, by)
                                    select folkmoot.community(), :batch, m.member_id, :field, e.put_on is not null, e.value, :value, :by
                                    from meant m left join fields.entry e on e.community_id = folkmoot.community()
                                        and e.put_on = m.member_id and e.field_id = :field
                                )
                                insert into fields.entry (community_id, put_on, field_id, value, by, at)
                                select folkmoot.community(), m.member_id, :field, :value, :by, clock_timestamp() from meant m
                                on conflict (community_id, put_on, field_id) do update
                                    set value = excluded.value, by = excluded.by, at = excluded.at
                                """)
                        .param("field", field.id())
                        .param("value", value, java.sql.Types.VARCHAR)
                        .param("members", members.toArray(Long[]::new))
                        .param("batch", batch)
                        .param("by", Trail.who())
                        .update();
        if (people == 0) {
            return new Done(0, 0);
        }
        trail.record(
                value == null ? "field value taken back" : "field value set",
                "field",
                field.key(),
                Map.of(
                        "people",
                        people,
                        "member",
                        members.size() == 1 ? members.iterator().next() : 0));
        return new Done(batch, people);
    }

    /// Takes back what was said at once, wherever nobody said anything else since.
    ///
    /// @return of how many people
    int undo(long batch) {
        var undone =
                db.sql(
                                """
                                with meant as (
                                    select c.* from fields.change c
                                    join fields.entry e on e.community_id = c.community_id and e.put_on = c.put_on
                                        and e.field_id = c.field_id and e.value is not distinct from c.after
                                    where c.community_id = folkmoot.community() and c.batch = :batch
                                ), gone as (
                                    delete from fields.entry e using meant m
                                    where not m.had and e.community_id = m.community_id and e.put_on = m.put_on
                                        and e.field_id = m.field_id
                                ), back as (
                                    update fields.entry e set value = m.before, by = :by, at = clock_timestamp() from meant m
                                    where m.had and e.community_id = m.community_id and e.put_on = m.put_on
                                        and e.field_id = m.field_id
                                )
                                insert into fields.change (community_id, batch, put_on, field_id, had, before, after, by)
                                select community_id, nextval('fields.batch_id'), put_on, field_id, true, after, before, :by from meant
                                """)
                        .param("batch", batch)
                        .param("by", Trail.who())
                        .update();
        if (undone == 0) {
            throw new Refusal.Unusable(
                    "Somebody has said something else since, so there is nothing to take back.");
        }
        trail.record("field value undone", "field", null, Map.of("people", undone));
        return undone;
    }
}
