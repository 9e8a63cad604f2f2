package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Fact.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the team says of people by hand, field by field: it counts before whatever their
/// accounts tell, until somebody takes it back.
@Repository
@Transactional
public class Sayings {

    private final JdbcClient db;
    private final Members members;
    private final Identities identities;
    private final MemberFacts facts;
    private final Trail trail;

    Sayings(JdbcClient db, Members members, Identities identities, MemberFacts facts, Trail trail) {
        this.db = db;
        this.members = members;
        this.identities = identities;
        this.facts = facts;
        this.trail = trail;
    }

    /// One time something was said of somebody.
    ///
    /// @param before null where the accounts were believed
    /// @param after null where they are again
    public record Change(
            long id,
            String field,
            @Nullable String before,
            @Nullable String after,
            String by,
            Instant at) {}

    /// Every field of one person, with all values.
    ///
    /// @throws Refusal.NotFound when they are not here
    @Transactional(readOnly = true)
    public List<Fact> facts(long member) {
        return facts(members.get(member));
    }

    List<Fact> facts(Member person) {
        return Fact.of(
                person.accounts(),
                latest(List.of(person.id())).getOrDefault(person.id(), Map.of()));
    }

    /// What holds by hand, by member and field, in one statement; roles are not told here.
    @Transactional(readOnly = true)
    Map<Long, Map<String, Said>> latest(Collection<Long> people) {
        var all = new HashMap<Long, Map<String, Said>>();
        db.sql(
                        """
                        select member_id, field, value, by, at, put_on from members.said
                        where community_id = folkmoot.community() and member_id = any(:members) and field <> 'role'
                        """)
                .param("members", people.toArray(Long[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                                    .merge(row.getString(2), said(row), Sayings::later);
                        });
        return all;
    }

    static Said later(Said one, Said other) {
        return Said.LATER.compare(one, other) >= 0 ? one : other;
    }

    /// Reads columns 3 to 6 as the statement above has them.
    static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getString(3),
                row.getString(4),
                Objects.requireNonNull(People.instant(row, 5)),
                row.getLong(6));
    }

    /// Says it; null takes back what was said, so that the accounts are believed again.
    ///
    /// @return the change, to take it back by; 0 when nothing changed
    /// @throws Refusal.Unusable for a value the field cannot hold
    public long say(long member, ProfileField field, @Nullable String typed) {
        return keep(member, field, typed == null ? null : field.usable(typed), "field said");
    }

    private long keep(long member, ProfileField field, @Nullable String value, String action) {
        var id = members.get(member).id();
        var held = latest(List.of(id)).getOrDefault(id, Map.of()).get(field.key());
        var before = held == null ? null : held.value();
        if (Objects.equals(before, value)) {
            return 0;
        }
        db.sql(
                        """
                        insert into members.said (community_id, put_on, field, member_id, value, by, at)
                        values (folkmoot.community(), :id, :field, :id, :value, :by, clock_timestamp())
                        on conflict (community_id, put_on, field) do update
                            set value = excluded.value, by = excluded.by, at = excluded.at
                        """)
                .param("id", id)
                .param("field", field.key())
                .param("value", value)
                .param("by", Trail.who())
                .update();
        facts.derive(identities.of(id));
        trail.record(
                value == null && action.equals("field said") ? "field taken back" : action,
                "member",
                Long.toString(id),
                Map.of("field", field.key()));
        return db.sql(
                        """
                        insert into members.saying (community_id, put_on, field, before, after, by)
                        values (folkmoot.community(), :id, :field, :before, :after, :by) returning id
                        """)
                .param("id", id)
                .param("field", field.key())
                .param("before", before)
                .param("after", value)
                .param("by", Trail.who())
                .query(Long.class)
                .single();
    }

    /// Brings back what stood there before that change.
    ///
    /// @throws Refusal.OutOfDate when somebody said something else since
    public void undo(long member, long change) {
        var person = members.get(member);
        var done =
                history(person.id()).stream()
                        .filter(c -> c.id() == change)
                        .findAny()
                        .orElseThrow(() -> new Refusal.NotFound("This change"));
        var field = ProfileField.of(done.field()).orElseThrow();
        var held =
                latest(List.of(person.id())).getOrDefault(person.id(), Map.of()).get(field.key());
        if (!Objects.equals(held == null ? null : held.value(), done.after())) {
            throw new Refusal.OutOfDate("this field");
        }
        keep(person.id(), field, done.before(), "saying undone");
    }

    /// What was ever said of somebody, the latest first; at most 200.
    @Transactional(readOnly = true)
    public List<Change> history(long member) {
        return db.sql(
                        """
                        select id, field, before, after, by, at from members.saying
                        where community_id = folkmoot.community() and put_on in (
                            select coalesce(home, member_id) from members.identity
                            where community_id = folkmoot.community() and member_id = :member)
                        order by id desc limit 200
                        """)
                .param("member", member)
                .query(
                        (row, _) ->
                                new Change(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Objects.requireNonNull(People.instant(row, 6))))
                .list();
    }
}
