package org.folkmoot.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.privacy.Request.State;
import org.folkmoot.privacy.Request.Wants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What members asked about their data, and what became of it: each step is kept.
@Repository
@Transactional
class Requests {

    private static final String COLUMNS =
            """
            select r.id, r.wants, r.address, r.words, r.language, r.state, coalesce(v.member_id, r.put_on),
                r.received_at, r.due_at, r.extended, r.closed_at
            from privacy.request r left join members.report_moved v on v.community_id = r.community_id and v.home = r.put_on
            where r.community_id = folkmoot.community() and\s""";

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Requests(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /// What became of a request.
    record Step(String what, String words, String by, Instant at) {}

    /// @param address whom to write to; for one entered by hand maybe nobody
    /// @param by who entered it: the name in the trail
    long add(
            Wants wants,
            @Nullable String address,
            String words,
            Locale language,
            State state,
            String by) {
        var now = clock.instant();
        var id =
                db.sql(
                                """
                                insert into privacy.request (community_id, wants, address, words, language, state, received_at, due_at)
                                values (folkmoot.community(), :wants, :address, :words, :language, :state, :now, :due) returning id
                                """)
                        .param("wants", wants.key())
                        .param("address", address)
                        .param("words", words)
                        .param("language", language.getLanguage())
                        .param("state", state.key())
                        .param("now", time(now))
                        .param("due", time(now.plus(Request.CLOCK)))
                        .query(Long.class)
                        .single();
        step(id, "received", "", by);
        return id;
    }

    /// How many came from this address, and from all, within this time.
    @Transactional(readOnly = true)
    int[] lately(String address, Duration within) {
        return db.sql(
                        """
                        select count(*) filter (where lower(address) = lower(:address)), count(*) from privacy.request
                        where community_id = folkmoot.community() and received_at > :since
                        """)
                .param("address", address)
                .param("since", time(clock.instant().minus(within)))
                .query((row, _) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
    }

    /// Those that wait for an answer, the first due first; then the latest that were closed.
    @Transactional(readOnly = true)
    List<Request> list(int most) {
        return db.sql(
                        COLUMNS
                                + "r.state <> 'received' order by r.closed_at is not null, case when r.closed_at is null then r.due_at end, r.closed_at desc, r.id limit :most")
                .param("most", most)
                .query(Requests::read)
                .list();
    }

    /// How many wait for their proof.
    @Transactional(readOnly = true)
    long unproven() {
        return db.sql(
                        "select count(*) from privacy.request where community_id = folkmoot.community() and state = 'received'")
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    Request get(long id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This request"));
    }

    @Transactional(readOnly = true)
    Optional<Request> find(long id) {
        return db.sql(COLUMNS + "r.id = :id").param("id", id).query(Requests::read).optional();
    }

    @Transactional(readOnly = true)
    List<Step> steps(long id) {
        return db.sql(
                        """
                        select what, words, by, at from privacy.step
                        where community_id = folkmoot.community() and request_id = :id order by id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Step(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /// @return false when a colleague was quicker
    boolean move(Request request, State to, String what, String words, String by) {
        var closes = to == State.ANSWERED || to == State.REFUSED;
        var moved =
                db.sql(
                                """
                                update privacy.request set state = :to, closed_at = case when :closes then :now::timestamptz end
                                where community_id = folkmoot.community() and id = :id and state = :from
                                """)
                        .param("to", to.key())
                        .param("closes", closes)
                        .param("now", time(clock.instant()))
                        .param("id", request.id())
                        .param("from", request.state().key())
                        .update();
        if (moved > 0) {
            step(request.id(), what, words, by);
        }
        return moved > 0;
    }

    /// Says whom it comes from; null: not decided.
    void from(Request request, @Nullable Long member) {
        db.sql(
                        "update privacy.request set put_on = :member where community_id = folkmoot.community() and id = :id")
                .param("member", member)
                .param("id", request.id())
                .update();
        step(
                request.id(),
                member == null ? "not decided whose" : "decided whose: number " + member,
                "",
                Trail.who());
    }

    void extend(Request request, String reason) {
        db.sql(
                        """
                        update privacy.request set due_at = received_at + :more::interval, extended = true
                        where community_id = folkmoot.community() and id = :id and not extended
                        """)
                .param("more", Request.CLOCK.plus(Request.EXTENSION).toDays() + " days")
                .param("id", request.id())
                .update();
        step(request.id(), "extended", reason, Trail.who());
    }

    /// Forgets the address of somebody who asked to be forgotten, once she was told.
    void forgetAddress(long id) {
        db.sql(
                        "update privacy.request set address = null, words = '' where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
    }

    /// Forgets whoever never proved to own the address.
    int forgetUnproven() {
        return db.sql(
                        """
                        with gone as (delete from privacy.request where community_id = folkmoot.community()
                            and state = 'received' and received_at < :before returning id)
                        delete from privacy.step where community_id = folkmoot.community() and request_id in (select id from gone)
                        """)
                .param("before", time(clock.instant().minus(Request.PROOF)))
                .update();
    }

    void step(long id, String what, String words, String by) {
        db.sql(
                        """
                        insert into privacy.step (community_id, request_id, what, words, by, at)
                        values (folkmoot.community(), :id, :what, :words, :by, :now)
                        """)
                .param("id", id)
                .param("what", what)
                .param("words", words)
                .param("by", by)
                .param("now", time(clock.instant()))
                .update();
        trail.record("privacy request " + what, by, "request", Long.toString(id), Map.of());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Request read(ResultSet row, int number) throws SQLException {
        var closed = row.getTimestamp(11);
        return new Request(
                row.getLong(1),
                Wants.of(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getObject(7, Long.class),
                row.getTimestamp(8).toInstant(),
                row.getTimestamp(9).toInstant(),
                row.getBoolean(10),
                closed == null ? null : closed.toInstant());
    }
}
