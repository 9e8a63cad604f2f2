package org.folkmoot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who belongs to the team of the community we are in.
@Repository
@Transactional
class Teammates {

    /// A pause this long ends a visit.
    private static final Duration VISIT = Duration.ofMinutes(30);

    private static final String SELECT =
            """
            select a.id, a.email, a.name, a.locale, a.timezone, a.password is not null, a.last_community,
                   t.role, t.since, t.seen_at, t.seen_before
            from access.teammate t join access.account a on a.id = t.account_id
            where t.community_id = :community
            """;

    private final JdbcClient db;
    private final Clock clock;

    Teammates(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Teammate> all() {
        return db.sql(SELECT + " order by lower(a.name), a.id")
                .param("community", Here.community().value())
                .query(Teammates::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Teammate> find(long account) {
        return db.sql(SELECT + " and a.id = :account")
                .param("community", Here.community().value())
                .param("account", account)
                .query(Teammates::read)
                .optional();
    }

    /// The teammate with that address, who comes in now: notes that they were here.
    Optional<Teammate> enter(String email) {
        var found =
                db.sql(SELECT + " and a.email = :email")
                        .param("community", Here.community().value())
                        .param("email", email)
                        .query(Teammates::read)
                        .optional();
        return found.map(this::seen);
    }

    private Teammate seen(Teammate who) {
        var now = clock.instant();
        var last = who.seenAt();
        if (last != null && last.isAfter(now.minus(Duration.ofMinutes(1)))) {
            return who;
        }
        var before = last != null && last.isBefore(now.minus(VISIT)) ? last : who.seenBefore();
        db.sql(
                        """
                        with seen as (
                            update access.teammate set seen_at = :now, seen_before = :before
                            where community_id = :community and account_id = :account)
                        update access.account set last_community = :community where id = :account
                        """)
                .param("now", offset(now))
                .param("before", before == null ? null : offset(before))
                .param("community", Here.community().value())
                .param("account", who.account().id())
                .update();
        return new Teammate(who.account(), who.role(), who.since(), now, before);
    }

    /// Names the community to a transaction that began before it existed.
    void settle() {
        db.sql("select set_config('folkmoot.community', :community, true)")
                .param("community", Here.community().toString())
                .query((_, _) -> "")
                .single();
    }

    /// False when the account already belongs to the team.
    boolean add(long account, Role role) {
        return db.sql(
                                """
                                insert into access.teammate (community_id, account_id, role)
                                values (:community, :account, :role) on conflict do nothing
                                """)
                        .param("community", Here.community().value())
                        .param("account", account)
                        .param("role", role.key())
                        .update()
                > 0;
    }

    boolean change(long account, Role role) {
        return db.sql(
                                """
                                update access.teammate set role = :role
                                where community_id = :community and account_id = :account
                                """)
                        .param("community", Here.community().value())
                        .param("account", account)
                        .param("role", role.key())
                        .update()
                > 0;
    }

    boolean remove(long account) {
        return db.sql(
                                """
                                delete from access.teammate
                                where community_id = :community and account_id = :account
                                """)
                        .param("community", Here.community().value())
                        .param("account", account)
                        .update()
                > 0;
    }

    /// How many leads would remain without this account; holds back others who change leads.
    int leadsBeside(long account) {
        return db
                .sql(
                        """
                        select account_id from access.teammate
                        where community_id = :community and role = 'lead' order by account_id for update
                        """)
                .param("community", Here.community().value())
                .query((row, _) -> row.getLong(1))
                .list()
                .stream()
                .filter(lead -> lead != account)
                .toList()
                .size();
    }

    /// The communities an account belongs to; works from outside of any.
    List<CommunityId> communitiesOf(long account) {
        return db.sql("select community_id from access.teammate where account_id = :account")
                .param("account", account)
                .query((row, _) -> new CommunityId(row.getInt(1)))
                .list();
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Teammate read(ResultSet row, int number) throws SQLException {
        return new Teammate(
                Accounts.read(row, number),
                Role.of(row.getString(8)).orElseThrow(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                instant(row.getObject(10, OffsetDateTime.class)),
                instant(row.getObject(11, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
