package org.folkmoot.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Slows down guessing: after some free attempts each further one waits twice as long as the one
/// before, from half a minute to a quarter of an hour. A refused attempt does not lengthen the
/// wait.
@Repository
class SignInLimit {

    private static final Duration MEMORY = Duration.ofHours(24);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final Clock clock;

    SignInLimit(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// What is guessed at (an account, a community's tokens) or who guesses (a network address).
    ///
    /// @param free attempts within a day before the waiting begins
    record Key(String kind, String of, int free) {

        static Key account(String email) {
            return new Key("account", email, 5);
        }

        static Key address(String address) {
            return new Key("address", address, 20);
        }

        static Key tokens(String address) {
            return new Key("tokens", address, 20);
        }

        /// Nothing personal is kept.
        String stored() {
            return kind
                    + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(of));
        }
    }

    /// Counts an attempt, before it is known whether it is good, so that many at once do not slip
    /// by.
    ///
    /// @return how long to wait instead, when there were too many
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> attempt(List<Key> keys) {
        var sorted = keys.stream().sorted(Comparator.comparing(Key::stored)).toList();
        for (var key : sorted) {
            db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7))")
                    .param("key", key.stored())
                    .query((_, _) -> "")
                    .single();
        }
        var wait = sorted.stream().map(this::waiting).max(Duration::compareTo);
        if (wait.isPresent() && wait.get().isPositive()) {
            return wait;
        }
        for (var key : sorted) {
            db.sql("insert into access.attempt (key, at) values (:key, :at)")
                    .param("key", key.stored())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return Optional.empty();
    }

    /// How long this one still has to wait.
    @Transactional(readOnly = true)
    public Duration waiting(Key key) {
        var now = clock.instant();
        var last =
                db.sql(
                                """
                                select at from access.attempt where key = :key and at > :since
                                order by at desc limit 200
                                """)
                        .param("key", key.stored())
                        .param("since", now.minus(MEMORY).atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                        .list();
        var beyond = last.size() - key.free();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var pause = FIRST.multipliedBy(1L << Math.min(beyond, 5));
        var longest = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        var left = Duration.between(now, last.getFirst().plus(longest));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// The right key was used: what was guessed before is forgotten.
    @Transactional
    public void good(Key key) {
        db.sql("delete from access.attempt where key = :key").param("key", key.stored()).update();
    }

    /// Takes back one attempt that turned out to be good.
    @Transactional
    public void takeBack(Key key) {
        db.sql(
                        """
                        delete from access.attempt where ctid = (
                            select ctid from access.attempt where key = :key order by at desc limit 1)
                        """)
                .param("key", key.stored())
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    @Transactional
    public void forget() {
        db.sql("delete from access.attempt where at < :before")
                .param("before", clock.instant().minus(MEMORY).atOffset(ZoneOffset.UTC))
                .update();
    }
}
