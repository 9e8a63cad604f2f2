package org.folkmoot.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The outbox: one row for each ask, before, while and after it goes.
@Repository
@Transactional
class Asks {

    static final String COLUMNS =
            """
            id, put_on, purpose, channel, module, key, address, subject, text, counts, state, reason,
            goes_at, expires_at, by, created_at, ended_at\
            """;

    private final JdbcClient db;

    Asks(JdbcClient db) {
        this.db = db;
    }

    /// Keeps it; one that was cancelled before begins anew.
    ///
    /// @param ask its id does not count
    /// @return its id, or nothing when it was asked before
    Optional<Long> put(Asked ask) {
        return db.sql(
                        """
                        insert into consent.ask as a (community_id, put_on, purpose, channel, module, key, address, subject,
                            text, counts, state, reason, goes_at, expires_at, by, created_at, ended_at)
                        values (folkmoot.community(), :putOn, :purpose, :channel, :module, :key, :address, :subject,
                            :text, :counts, :state, :reason, :goesAt, :expiresAt, :by, :createdAt, :endedAt)
                        on conflict (community_id, module, key) do update set put_on = excluded.put_on,
                            purpose = excluded.purpose, channel = excluded.channel, address = excluded.address,
                            subject = excluded.subject, text = excluded.text, counts = excluded.counts,
                            state = excluded.state, reason = excluded.reason, goes_at = excluded.goes_at,
                            expires_at = excluded.expires_at, by = excluded.by, created_at = excluded.created_at,
                            ended_at = excluded.ended_at
                        where a.state = 'cancelled'
                        returning id
                        """)
                .param("putOn", ask.putOn())
                .param("purpose", ask.purpose())
                .param("channel", ask.channel().key())
                .param("module", ask.module())
                .param("key", ask.key())
                .param("address", ask.address())
                .param("subject", ask.subject())
                .param("text", ask.text())
                .param("counts", ask.counts())
                .param("state", ask.state().key())
                .param("reason", ask.reason())
                .param("goesAt", utc(ask.goesAt()))
                .param("expiresAt", utc(ask.expiresAt()))
                .param("by", ask.by())
                .param("createdAt", utc(ask.createdAt()))
                .param("endedAt", ask.endedAt() == null ? null : utc(ask.endedAt()))
                .query(Long.class)
                .optional();
    }

    /// @throws Refusal.NotFound when it is not here
    @Transactional(readOnly = true)
    Asked get(long id) {
        return lookUp(id).orElseThrow(() -> new Refusal.NotFound("This ask"));
    }

    @Transactional(readOnly = true)
    Optional<Asked> lookUp(long id) {
        return db.sql(
                        "select %s from consent.ask where community_id = folkmoot.community() and id = :id"
                                .formatted(COLUMNS))
                .param("id", id)
                .query(Asks::read)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Asked> find(String module, String key) {
        return db.sql(
                        """
                        select %s from consent.ask
                        where community_id = folkmoot.community() and module = :module and key = :key
                        """
                                .formatted(COLUMNS))
                .param("module", module)
                .param("key", key)
                .query(Asks::read)
                .optional();
    }

    /// Moves it from one of the states given to another.
    ///
    /// @param ended null while it goes on
    /// @return whether it was in one of them
    boolean move(
            long id,
            List<AskState> from,
            AskState to,
            String reason,
            Instant goesAt,
            @Nullable Instant ended) {
        return db.sql(
                                """
                                update consent.ask set state = :to, reason = :reason, goes_at = :goesAt, ended_at = :ended
                                where community_id = folkmoot.community() and id = :id and state = any(:from)
                                """)
                        .param("id", id)
                        .param("from", from.stream().map(AskState::key).toArray(String[]::new))
                        .param("to", to.key())
                        .param("reason", reason)
                        .param("goesAt", utc(goesAt))
                        .param("ended", ended == null ? null : utc(ended))
                        .update()
                > 0;
    }

    /// Lets one that did not arrive, or perhaps did not, go after all; not one without a text.
    ///
    /// @return whether it was such a one
    boolean again(long id, Instant goesAt, Instant expiresAt) {
        return db.sql(
                                """
                                update consent.ask set state = 'waiting', reason = '', goes_at = :goesAt, expires_at = :expiresAt,
                                    ended_at = null
                                where community_id = folkmoot.community() and id = :id and text <> ''
                                    and state in ('failed', 'unconfirmed', 'cancelled')
                                """)
                        .param("id", id)
                        .param("goesAt", utc(goesAt))
                        .param("expiresAt", utc(expiresAt))
                        .update()
                > 0;
    }

    /// Those that were in the hands of a process that died.
    ///
    /// @return how many
    int unconfirmed(Instant now) {
        return db.sql(
                        """
                        update consent.ask set state = 'unconfirmed', ended_at = :now,
                            reason = 'Folkmoot was stopped while it handed this over. It may have arrived; it is not sent again by itself.'
                        where community_id = folkmoot.community() and state = 'sending'
                        """)
                .param("now", utc(now))
                .update();
    }

    /// What should be looked at now, the earliest first.
    @Transactional(readOnly = true)
    List<Asked> due(Instant now, int most) {
        return db.sql(
                        """
                        select %s from consent.ask
                        where community_id = folkmoot.community()
                            and (state in ('waiting', 'held') and (goes_at <= :now or expires_at <= :now) or state = 'sending')
                        order by goes_at, id limit :most
                        """
                                .formatted(COLUMNS))
                .param("now", utc(now))
                .param("most", most)
                .query(Asks::read)
                .list();
    }

    /// What counts for how often these people were asked, without one ask that is being weighed.
    @Transactional(readOnly = true)
    List<Asked> counting(Collection<Long> homes, Instant since, long except) {
        return db.sql(
                        """
                        select %s from consent.ask
                        where community_id = folkmoot.community() and put_on = any(:homes) and counts and id <> :except
                            and state in ('waiting', 'sending', 'sent', 'unconfirmed')
                            and coalesce(ended_at, created_at) > :since
                        order by coalesce(ended_at, created_at) desc, id desc
                        """
                                .formatted(COLUMNS))
                .param("homes", homes.toArray(Long[]::new))
                .param("since", utc(since))
                .param("except", except)
                .query(Asks::read)
                .list();
    }

    /// Whoever weighs or changes asks of this person comes one after the other.
    void oneAtATime(long member) {
        db.sql(
                        "select pg_advisory_xact_lock(hashtextextended('consent ' || folkmoot.community() || ' ' || :member, 3))")
                .param("member", member)
                .query((_, _) -> "")
                .single();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Asked read(ResultSet row, int number) throws SQLException {
        var ended = row.getObject(17, OffsetDateTime.class);
        return new Asked(
                row.getLong(1),
                row.getObject(2, Long.class),
                row.getString(3),
                Channel.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10),
                AskState.of(row.getString(11)),
                row.getString(12),
                instant(row, 13),
                instant(row, 14),
                row.getString(15),
                instant(row, 16),
                ended == null ? null : ended.toInstant());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }
}
