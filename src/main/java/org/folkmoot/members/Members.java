package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Single people, whole.
@Repository
@Transactional
class Members {

    private static final List<String> ROLES = List.of("member", "staff", "bot");

    private final JdbcClient db;
    private final Identities identities;
    private final MemberFacts facts;
    private final IdentityNews news;
    private final Belonging belonging;
    private final Trail trail;

    Members(
            JdbcClient db,
            Identities identities,
            MemberFacts facts,
            IdentityNews news,
            Belonging belonging,
            Trail trail) {
        this.db = db;
        this.identities = identities;
        this.facts = facts;
        this.news = news;
        this.belonging = belonging;
        this.trail = trail;
    }

    /// The person whom this id means by now: who was joined with another is that other, so a
    /// link from before still leads to them.
    ///
    /// @throws Refusal.NotFound also for somebody of another community
    @Transactional(readOnly = true)
    Member get(long id) {
        return find(id).or(() -> find(belonging.present(id)))
                .orElseThrow(() -> new Refusal.NotFound("This person"));
    }

    private Optional<Member> find(long id) {
        return db.sql(
                        """
                        select id, name, role, role_by_hand, organisation, first_seen, last_seen,
                            case when back_at is null then left_at end, activities, face
                        from members.member where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Member(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        People.instant(row, 6),
                                        People.instant(row, 7),
                                        People.instant(row, 8),
                                        row.getInt(9),
                                        row.getString(10),
                                        accounts(List.of(id)).getOrDefault(id, List.of())))
                .optional();
    }

    /// The accounts of many people, in one statement.
    @Transactional(readOnly = true)
    Map<Long, List<Member.Account>> accounts(List<Long> members) {
        var all = new HashMap<Long, List<Member.Account>>();
        db.sql(
                        """
                        select member_id, source, platform, external_id, name, handle, email, url, activities,
                            last_seen, profile, id
                        from members.identity
                        where community_id = folkmoot.community() and member_id = any(:members)
                        order by activities desc, id
                        """)
                .param("members", members.toArray(Long[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(row.getLong(1), _ -> new java.util.ArrayList<>())
                                    .add(account(row));
                        });
        return all;
    }

    /// Reads columns 2 to 12 of a row as the statement above has them.
    static Member.Account account(ResultSet row) throws SQLException {
        return new Member.Account(
                row.getLong(12),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                People.instant(row, 10),
                Profile.fromJson(row.getString(11)));
    }

    /// The tags of many people, in one statement.
    @Transactional(readOnly = true)
    Map<Long, List<String>> tags(List<Long> members) {
        var all = new HashMap<Long, List<String>>();
        db.sql(
                        """
                        select member_id, name from members.tag
                        where community_id = folkmoot.community() and member_id = any(:members) and removed_at is null
                        group by member_id, name order by lower(name), name
                        """)
                .param("members", members.toArray(Long[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(row.getLong(1), _ -> new java.util.ArrayList<>())
                                    .add(row.getString(2));
                        });
        return all;
    }

    /// Says by hand what somebody is; null goes back to what the platforms tell.
    ///
    /// @return what stood there by hand before
    @Nullable String setRole(long member, @Nullable String role) {
        if (role != null && !ROLES.contains(role)) {
            throw new Refusal.Unusable("Choose member, staff or bot.");
        }
        var person = get(member);
        var id = person.id();
        var before = person.roleByHand();
        db.sql(
                        """
                        insert into members.said (community_id, put_on, field, member_id, value, by, at)
                        values (folkmoot.community(), :id, 'role', :id, :role, :by, clock_timestamp())
                        on conflict (community_id, put_on, field) do update
                            set value = excluded.value, by = excluded.by, at = excluded.at
                        """)
                .param("role", role)
                .param("id", id)
                .param("by", Trail.who())
                .update();
        var accounts = identities.of(id);
        facts.derive(accounts);
        news.tell(accounts);
        trail.record(
                "role set",
                "member",
                Long.toString(id),
                Map.of("role", role == null ? "as told" : role));
        return before;
    }
}
