package org.folkmoot.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Reaching;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The ledger of what people agreed to and took back. Lines are only added; what holds by now,
/// [Standing] says.
@Repository
@Transactional
public class Consents {

    static final String COLUMNS =
            "id, put_on, address, purpose, channel, act, source, version, note, by, at";

    private final JdbcClient db;
    private final Silenced silenced;
    private final Trail trail;
    private final Clock clock;

    Consents(JdbcClient db, Silenced silenced, Trail trail, Clock clock) {
        this.db = db;
        this.silenced = silenced;
        this.trail = trail;
        this.clock = clock;
    }

    /// Whether anybody ever agreed to anything or took it back.
    @Transactional(readOnly = true)
    public boolean any() {
        return db.sql(
                        "select exists (select from consent.entry where community_id = folkmoot.community())")
                .query(Boolean.class)
                .single();
    }

    /// What somebody said.
    ///
    /// @param member null when only an address is known
    /// @param address empty: whichever is theirs
    /// @param purpose a purpose's key; `all` to withdraw from every one
    /// @param version of the words she saw; null when that is not known
    /// @param note where the proof lies; may be empty
    /// @param at when she said it; not in the future
    public record Said(
            @Nullable Long member,
            String address,
            String purpose,
            Channel channel,
            Act act,
            Source source,
            @Nullable Integer version,
            String note,
            Instant at) {

        public Said {
            note = note.replace("\0", "").strip();
            if (note.length() > 500) {
                throw new Refusal.Unusable("Say where it is written in up to 500 characters.");
            }
            if (!address.isEmpty()) {
                var mail = Reaching.mail(address);
                if (mail == null) {
                    throw new Refusal.Unusable(
                            "%s is no address that takes mails.".formatted(address));
                }
                address = mail;
            }
            if (purpose.equals(Purpose.ALL) && act != Act.WITHDRAWN) {
                throw new Refusal.Unusable("Agree to one purpose at a time.");
            }
        }

        /// @throws Refusal.Unusable when it was not said yet, with a minute for other clocks
        void past(Instant now) {
            if (at.isAfter(now.plusSeconds(60))) {
                throw new Refusal.Unusable("The day on which it was said is still to come.");
            }
        }
    }

    /// Adds a line, in the caller's transaction.
    public void add(Said said) {
        add(said, Trail.who());
    }

    void add(Said said, String by) {
        write(said, by);
        trail.record(
                "consent " + said.act().key(),
                by,
                said.member() == null ? "address" : "member",
                said.member() == null ? null : said.member().toString(),
                Map.of(
                        "purpose", said.purpose(),
                        "channel", said.channel().key(),
                        "source", said.source().key()));
    }

    /// Without a line of its own in the audit trail: for many at once.
    void write(Said said, String by) {
        said.past(clock.instant());
        db.sql(
                        """
                        insert into consent.entry
                            (community_id, put_on, address, purpose, channel, act, source, version, note, by, at)
                        values (folkmoot.community(), :member, :address, :purpose, :channel, :act, :source, :version,
                            :note, :by, :at)
                        """)
                .param("member", said.member())
                .param("address", said.address())
                .param("purpose", said.purpose())
                .param("channel", said.channel().key())
                .param("act", said.act().key())
                .param("source", said.source().key())
                .param("version", said.version())
                .param("note", said.note())
                .param("by", by)
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// All lines of these homes or addresses, in no order, and what holds for addresses of people
    /// who were forgotten.
    @Transactional(readOnly = true)
    List<Entry> of(Collection<Long> homes, Collection<String> addresses) {
        var all = new ArrayList<>(silenced.among(addresses));
        all.addAll(
                db.sql(
                                """
                                select %s from consent.entry
                                where community_id = folkmoot.community()
                                    and (put_on = any(:homes) or address <> '' and address = any(:addresses))
                                """
                                        .formatted(COLUMNS))
                        .param("homes", homes.toArray(Long[]::new))
                        .param("addresses", addresses.toArray(String[]::new))
                        .query(Consents::read)
                        .list());
        return all;
    }

    static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, Long.class),
                row.getString(3),
                row.getString(4),
                Channel.of(row.getString(5)),
                Act.of(row.getString(6)),
                Source.of(row.getString(7)),
                row.getObject(8, Integer.class),
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }
}
