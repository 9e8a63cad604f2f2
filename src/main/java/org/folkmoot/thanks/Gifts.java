package org.folkmoot.thanks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was given to whom, and every step of its way.
@Repository
@Transactional
class Gifts {

    private static final String SELECT =
            """
            select g.id, coalesce(v.member_id, g.put_on), k.name, g.kind, g.nth, g.why, g.by, g.at,
                s.n, s.state, s.note, s.by, s.at, exists (select from thanks.address a
                    where a.community_id = g.community_id and a.gift_id = g.id)
            from thanks.gift g join thanks.gift_kind k on k.community_id = g.community_id and k.id = g.gift_kind_id
            cross join lateral (select * from thanks.gift_step s
                where s.community_id = g.community_id and s.gift_id = g.id order by s.n desc limit 1) s
            left join members.report_moved v on v.community_id = g.community_id and v.home = g.put_on
            where g.community_id = folkmoot.community()
            """;

    private final JdbcClient db;
    private final GiftKinds kinds;
    private final Wishes wishes;
    private final Trail trail;

    Gifts(JdbcClient db, GiftKinds kinds, Wishes wishes, Trail trail) {
        this.db = db;
        this.kinds = kinds;
        this.wishes = wishes;
        this.trail = trail;
    }

    /// @param moment for which; null without one
    /// @throws Refusal.Unusable when none is left, or she wants none
    long give(long member, long kind, Moment.@Nullable Key moment, String why) {
        if (wishes.of(member).isPresent()) {
            throw new Refusal.Unusable("They want neither thanks nor gifts. Nothing was given.");
        }
        if (wishes.alone(member)) {
            throw new Refusal.Unusable(
                    "They objected to the use of their data, or had it restricted. Nothing was given.");
        }
        db.sql(
                        "select id from thanks.gift_kind where community_id = folkmoot.community() and id = :id for update")
                .param("id", kind)
                .query(Long.class)
                .optional();
        var chosen =
                kinds.all().stream()
                        .filter(k -> k.id() == kind)
                        .findFirst()
                        .orElseThrow(() -> new Refusal.NotFound("This gift"));
        if (chosen.none()) {
            throw new Refusal.Unusable(
                    "No %s is left. Raise the stock in the catalogue, or give something else."
                            .formatted(chosen.name()));
        }
        var words = GiftKind.clean(why);
        if (words.length() > 500) {
            throw new Refusal.Unusable("Say what it is for in up to 500 characters.");
        }
        var id =
                db.sql(
                                """
                                insert into thanks.gift (community_id, put_on, gift_kind_id, kind, nth, activity_id, why, by)
                                values (folkmoot.community(), :member, :what, :kind, :nth, :activity, :why, :by) returning id
                                """)
                        .param("member", member)
                        .param("what", kind)
                        .param("kind", moment == null ? null : moment.kind().key())
                        .param("nth", moment == null ? null : moment.nth())
                        .param("activity", moment == null ? null : moment.activity())
                        .param("why", words)
                        .param("by", Trail.who())
                        .query(Long.class)
                        .single();
        step(id, 1, Gift.State.ASKED, "", Trail.who());
        trail.record(
                "gift given",
                "member",
                Long.toString(member),
                Map.of("gift", id, "what", chosen.name()));
        return id;
    }

    /// Moves it on.
    ///
    /// @param n the step it is at, as whoever moves it saw it
    /// @param by the name of a teammate, or "themselves"
    /// @throws Refusal.OutOfDate when it is elsewhere by now
    void move(long gift, int n, Gift.State to, String note, String by) {
        var clean = GiftKind.clean(note);
        if (clean.length() > 500) {
            throw new Refusal.Unusable("Write a note of up to 500 characters.");
        }
        var now = get(gift).now();
        var hers = by.equals(THEMSELVES) && now.state() == Gift.State.ASKED;
        if (now.n() != n || !(now.state().next().contains(to) || hers)) {
            throw new Refusal.OutOfDate("this gift");
        }
        step(gift, n + 1, to, clean, by);
        trail.record("gift " + to.key(), by, "gift", Long.toString(gift), Map.of());
    }

    /// Who is not of the team, in the history of a gift.
    static final String THEMSELVES = "themselves";

    private void step(long gift, int n, Gift.State state, String note, String by) {
        var done =
                db.sql(
                                """
                                insert into thanks.gift_step (community_id, gift_id, n, state, note, by)
                                values (folkmoot.community(), :gift, :n, :state, :note, :by) on conflict do nothing
                                """)
                        .param("gift", gift)
                        .param("n", n)
                        .param("state", state.key())
                        .param("note", note)
                        .param("by", by)
                        .update();
        if (done == 0) {
            throw new Refusal.OutOfDate("this gift");
        }
    }

    /// Takes the last step of a teammate back.
    ///
    /// @throws Refusal.OutOfDate when it is not the last any more
    void takeBack(long gift, int n) {
        var done =
                db.sql(
                                """
                                delete from thanks.gift_step s where s.community_id = folkmoot.community() and s.gift_id = :gift
                                    and s.n = :n and s.n > 1 and s.by <> :themselves and not exists (select from thanks.gift_step l
                                        where l.community_id = s.community_id and l.gift_id = s.gift_id and l.n > s.n)
                                """)
                        .param("gift", gift)
                        .param("n", n)
                        .param("themselves", THEMSELVES)
                        .update();
        if (done == 0) {
            throw new Refusal.OutOfDate("this gift");
        }
        trail.record("gift step taken back", "gift", Long.toString(gift), Map.of("step", n));
    }

    @Transactional(readOnly = true)
    Gift get(long id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This gift"));
    }

    @Transactional(readOnly = true)
    Optional<Gift> find(long id) {
        return db.sql(SELECT + " and g.id = :id").param("id", id).query(Gifts::read).optional();
    }

    @Transactional(readOnly = true)
    List<Gift.Step> steps(long gift) {
        return db.sql(
                        """
                        select n, state, note, by, at from thanks.gift_step
                        where community_id = folkmoot.community() and gift_id = :gift order by n
                        """)
                .param("gift", gift)
                .query((row, _) -> step(row, 1))
                .list();
    }

    /// Newest first.
    ///
    /// @param state null for all
    /// @param before the id of the last one of the page before
    @Transactional(readOnly = true)
    List<Gift> all(Gift.@Nullable State state, long before, int most) {
        return db.sql(
                        SELECT
                                + " and (cast(:state as text) is null or s.state = :state) and g.id < :before order by g.id desc limit :most")
                .param("state", state == null ? null : state.key())
                .param("before", before)
                .param("most", most)
                .query(Gifts::read)
                .list();
    }

    /// What this person was given, newest first.
    @Transactional(readOnly = true)
    List<Gift> of(long member, int most) {
        return db.sql(
                        SELECT
                                + """
                                 and g.put_on in (select h.home from members.report_home h
                                     where h.community_id = g.community_id and h.member_id = :member)
                                 order by g.id desc limit :most
                                """)
                .param("member", member)
                .param("most", most)
                .query(Gifts::read)
                .list();
    }

    private static Gift read(ResultSet row, int number) throws SQLException {
        var kind = row.getString(4);
        return new Gift(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                kind == null ? null : MomentKind.of(kind).words(row.getInt(5)),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                step(row, 9),
                row.getBoolean(14));
    }

    private static Gift.Step step(ResultSet row, int from) throws SQLException {
        return new Gift.Step(
                row.getInt(from),
                Gift.State.of(row.getString(from + 1)),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getObject(from + 4, OffsetDateTime.class).toInstant());
    }
}
