package org.folkmoot.ties;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.consent.Ask;
import org.folkmoot.consent.Asking;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Brings introductions from state to state, with who and when, and takes that back.
@Repository
@Transactional
class Moves {

    /// What both are asked for, in the words of `consent`.
    static final String PURPOSE = "introductions";

    private final Introductions introductions;
    private final Asking asking;
    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Moves(Introductions introductions, Asking asking, JdbcClient db, Trail trail, Clock clock) {
        this.introductions = introductions;
        this.asking = asking;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /// Brings one further.
    ///
    /// @return the number of this step, by which it is taken back
    /// @throws Refusal.OutOfDate when a colleague was quicker
    /// @throws Refusal.Unusable when it cannot go there
    int move(long id, Introduction.State to, @Nullable String draft) {
        var was = introductions.get(id);
        if (was.state() == to) {
            throw new Refusal.OutOfDate("this introduction");
        }
        if (!was.state().next().contains(to)) {
            throw new Refusal.Unusable(
                    "This introduction is %s already. Take that back first."
                            .formatted(was.state().words().toLowerCase(java.util.Locale.ROOT)));
        }
        if (draft != null) {
            introductions.keep(id, draft);
        }
        if (to == Introduction.State.SENT) {
            noteAsked(was);
        }
        return step(was, to, Trail.who(), false);
    }

    /// Both were written to, by hand: it counts against how often they may be asked.
    private void noteAsked(Introduction sent) {
        for (var member : List.of(sent.one().member(), sent.other().member())) {
            asking.ask(
                    Ask.byHand(
                            member,
                            PURPOSE,
                            "introductions",
                            "%d-%d".formatted(sent.id(), member)));
        }
    }

    private int step(Introduction was, Introduction.State to, String by, boolean seen) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var changed =
                db.sql(
                                """
                                update ties.introduction set state = :state, since = :now, seen_answered = :seen,
                                    sent_at = case when :state = 'sent' then :now else sent_at end,
                                    answered_at = case when :state = 'answered' then :now else answered_at end
                                where community_id = folkmoot.community() and id = :id and state = :was
                                """)
                        .param("state", to.key())
                        .param("now", now)
                        .param("seen", seen)
                        .param("id", was.id())
                        .param("was", was.state().key())
                        .update();
        if (changed == 0) {
            throw new Refusal.OutOfDate("this introduction");
        }
        int n =
                db.sql(
                                """
                                insert into ties.step (community_id, introduction_id, n, was, state, by, at)
                                select folkmoot.community(), :id, coalesce(max(n), 0) + 1, :was, :state, :by, :now
                                from ties.step where community_id = folkmoot.community() and introduction_id = :id
                                returning n
                                """)
                        .param("id", was.id())
                        .param("was", was.state().key())
                        .param("state", to.key())
                        .param("by", by)
                        .param("now", now)
                        .query(Integer.class)
                        .single();
        trail.record(
                "introduction " + to.key(),
                by,
                "introduction",
                Long.toString(was.id()),
                Map.of("was", was.state().key()));
        return n;
    }

    /// Takes the latest step back, if it still is that one.
    ///
    /// @return false when there is nothing left to take back
    boolean takeBack(long id, int n) {
        var back =
                db.sql(
                                """
                                delete from ties.step s
                                where s.community_id = folkmoot.community() and s.introduction_id = :id and s.n = :n
                                    and not exists (select from ties.step l where l.community_id = folkmoot.community()
                                        and l.introduction_id = :id and l.n > :n)
                                returning s.was
                                """)
                        .param("id", id)
                        .param("n", n)
                        .query(String.class)
                        .optional();
        back.ifPresent(
                was -> {
                    db.sql(
                                    """
                                    update ties.introduction i set state = :was, seen_answered = false,
                                        since = coalesce((select max(at) from ties.step s where s.community_id = folkmoot.community()
                                            and s.introduction_id = i.id), i.suggested_at),
                                        answered_at = case when :was = 'answered' then answered_at end,
                                        sent_at = case when :was in ('sent', 'answered') then sent_at end
                                    where community_id = folkmoot.community() and id = :id
                                    """)
                            .param("was", was)
                            .param("id", id)
                            .update();
                    trail.record(
                            "introduction taken back",
                            "introduction",
                            Long.toString(id),
                            Map.of("state", was));
                });
        return back.isPresent();
    }

    /// Those that were sent and whose two have met since, told by the ledger.
    ///
    /// @return how many
    int met() {
        var met =
                db.sql(
                                """
                                select distinct i.id from ties.introduction i
                                left join members.report_moved am on am.community_id = i.community_id and am.home = i.put_on
                                left join members.report_moved bm on bm.community_id = i.community_id and bm.home = i.put_on_other
                                join members.report_account a on a.community_id = i.community_id and a.member_id = coalesce(am.member_id, i.put_on)
                                join members.report_account b on b.community_id = i.community_id and b.member_id = coalesce(bm.member_id, i.put_on_other)
                                join ties.tie t on t.community_id = i.community_id
                                    and ((t.one = a.identity_id and t.other = b.identity_id) or (t.one = b.identity_id and t.other = a.identity_id))
                                where i.community_id = folkmoot.community() and i.state = 'sent' and t.last >= i.sent_at::date
                                order by i.id
                                """)
                        .query((row, _) -> row.getLong(1))
                        .list();
        for (var id : met) {
            step(introductions.get(id), Introduction.State.ANSWERED, Suggesting.BY, true);
        }
        return met.size();
    }
}
