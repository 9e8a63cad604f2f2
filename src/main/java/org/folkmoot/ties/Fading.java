package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.activity.Ledger;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How fast ties fade here: the community's choice, and what another would change.
@Repository
@Transactional
class Fading {

    /// What can be chosen, in days.
    static final List<Integer> CHOICES = List.of(60, 90, 180, 365, 730, 1825);

    private final JdbcClient db;
    private final Ledger ledger;
    private final Trail trail;

    Fading(JdbcClient db, Ledger ledger, Trail trail) {
        this.db = db;
        this.ledger = ledger;
        this.trail = trail;
    }

    /// After how many days a tie weighs half.
    @Transactional(readOnly = true)
    int halfLife() {
        return db.sql("select ties.half_life()").query(Integer.class).single();
    }

    /// Chooses another one, and weighs every tie anew: as much work as there are days on which two
    /// people met.
    ///
    /// @return what it was
    /// @throws Refusal.Unusable for one that cannot be chosen
    int choose(int days) {
        check(days);
        ledger.takeTurn();
        var before = halfLife();
        if (before == days) {
            return before;
        }
        db.sql(
                        """
                        insert into ties.fading (community_id, half_life) values (folkmoot.community(), :days)
                        on conflict (community_id) do update set half_life = excluded.half_life
                        """)
                .param("days", days)
                .update();
        db.sql(
                        """
                        update ties.tie t set weight = m.weight from (
                            select one, other, sum(ties.gain(replies, mentions, reviews, together) * ties.scale(day, :days)) as weight
                            from ties.meeting where community_id = folkmoot.community() group by one, other) m
                        where t.community_id = folkmoot.community() and t.one = m.one and t.other = m.other
                        """)
                .param("days", days)
                .update();
        trail.record("fading of ties changed", "ties", null, Map.of("days", days, "was", before));
        return before;
    }

    private static void check(int days) {
        if (!CHOICES.contains(days)) {
            throw new Refusal.Unusable(
                    "Choose 60, 90, 180, 365, 730 or 1,825 days, after which a tie weighs half.");
        }
    }

    /// Two people and how strong their tie would be.
    ///
    /// @param place from 1, the strongest first
    /// @param was the place it has now
    record Line(
            long one,
            String oneName,
            long other,
            String otherName,
            double weight,
            int place,
            int was) {}

    /// The strongest ties as they would be.
    ///
    /// @throws Refusal.Unusable for days that cannot be chosen
    @Transactional(readOnly = true)
    List<Line> strongest(int days, LocalDate today, int most) {
        check(days);
        return db.sql(
                        """
                        with met as (
                            select least(i.member_id, j.member_id) as one, greatest(i.member_id, j.member_id) as other,
                                sum(ties.gain(m.replies, m.mentions, m.reviews, m.together) * ties.scale(m.day, :days)) as soon,
                                sum(ties.gain(m.replies, m.mentions, m.reviews, m.together) * ties.scale(m.day)) as now
                            from ties.meeting m
                            join members.report_account i on i.community_id = m.community_id and i.identity_id = m.one
                            join members.report_account j on j.community_id = m.community_id and j.identity_id = m.other
                            where m.community_id = folkmoot.community() and i.member_id <> j.member_id
                            group by 1, 2),
                        placed as (
                            select one, other, soon, row_number() over (order by soon desc, one, other)::integer as place,
                                row_number() over (order by now desc, one, other)::integer as was
                            from met
                            join members.report_member a on a.community_id = folkmoot.community() and a.member_id = one
                            join members.report_member b on b.community_id = folkmoot.community() and b.member_id = other
                            where a.role in ('member', 'staff') and b.role in ('member', 'staff'))
                        select p.one, a.name, p.other, b.name, p.soon / ties.scale(:today, :days), p.place, p.was
                        from placed p
                        join members.report_member a on a.community_id = folkmoot.community() and a.member_id = p.one
                        join members.report_member b on b.community_id = folkmoot.community() and b.member_id = p.other
                        where p.place <= :most order by p.place
                        """)
                .param("days", days)
                .param("today", today)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Line(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getDouble(5),
                                        row.getInt(6),
                                        row.getInt(7)))
                .list();
    }
}
