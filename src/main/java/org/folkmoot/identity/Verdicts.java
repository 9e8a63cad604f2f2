package org.folkmoot.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What people said to suggestions. Two people may be suggested by several pairs of their accounts:
/// a verdict is on all of them.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Verdicts {

    static final Duration LATER = Duration.ofDays(7);

    private static final int COUNTED = 1_000;

    private final JdbcClient db;

    Verdicts(JdbcClient db) {
        this.db = db;
    }

    /// @param state open, later, merged, refused or gone
    /// @param by who decided; null while it is open
    record Verdict(String state, @Nullable String by) {}

    Optional<Verdict> of(Pair pair) {
        var sorted = pair.sorted();
        return db.sql(
                        """
                        select state, decided_by from identity.suggestion
                        where community_id = folkmoot.community() and one_identity = :one and other_identity = :other
                        """)
                .param("one", sorted.one())
                .param("other", sorted.other())
                .query((row, _) -> new Verdict(row.getString(1), row.getString(2)))
                .optional();
    }

    /// Puts off all that is open between the accounts of two people.
    ///
    /// @return whether anything was open
    boolean putOff(Collection<Long> ones, Collection<Long> others, Instant until) {
        return db.sql(
                                """
                                update identity.suggestion
                                set state = 'later', decided_by = :by, decided_at = now(), later_until = :until
                                where community_id = folkmoot.community() and (state = 'open' or state = 'later' and later_until <= now())
                                    and (one_identity = any(:ones) and other_identity = any(:others)
                                        or one_identity = any(:others) and other_identity = any(:ones))
                                """)
                        .param("by", Trail.who())
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("ones", ones.toArray(Long[]::new))
                        .param("others", others.toArray(Long[]::new))
                        .update()
                > 0;
    }

    /// Opens again what was decided together with this pair.
    ///
    /// @return whether anything was decided
    boolean reopen(Pair pair) {
        var sorted = pair.sorted();
        return db.sql(
                                """
                                update identity.suggestion s
                                set state = 'open', decided_by = null, decided_at = null, later_until = null
                                from identity.suggestion p
                                where p.community_id = folkmoot.community() and p.one_identity = :one and p.other_identity = :other
                                    and p.state in ('later', 'merged', 'refused') and s.community_id = p.community_id
                                    and s.state = p.state and s.decided_at = p.decided_at and s.decided_by = p.decided_by
                                """)
                        .param("one", sorted.one())
                        .param("other", sorted.other())
                        .update()
                > 0;
    }

    /// @param exact false: there are more
    record Open(int pairs, boolean exact) {}

    /// How many pairs of people are open, counted only as far as that is quick.
    @Transactional(readOnly = true)
    Open open() {
        return db.sql(
                        """
                        select count(distinct (least(a.member_id, b.member_id), greatest(a.member_id, b.member_id)))
                                filter (where a.member_id <> b.member_id),
                            count(*)
                        from (
                            select * from identity.suggestion
                            where community_id = folkmoot.community() and band = 'suggest'
                                and state in ('open', 'later') and (state = 'open' or later_until <= now())
                            order by score desc limit :most) s
                        join members.report_account a on a.community_id = s.community_id and a.identity_id = s.one_identity
                        join members.report_account b on b.community_id = s.community_id and b.identity_id = s.other_identity
                        """)
                .param("most", COUNTED + 1)
                .query((row, _) -> new Open(row.getInt(1), row.getInt(2) <= COUNTED))
                .single();
    }
}
