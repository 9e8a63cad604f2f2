package org.folkmoot.consent;

import java.util.Map;
import java.util.function.Predicate;
import org.folkmoot.access.Trail;
import org.folkmoot.community.HoursBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Where it is written down how often and when people may be asked.
@Repository
@Transactional
class RulesBook {

    private final JdbcClient db;
    private final HoursBook hours;
    private final Trail trail;

    RulesBook(JdbcClient db, HoursBook hours, Trail trail) {
        this.db = db;
        this.hours = hours;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    Rules here() {
        return db.sql(
                        """
                        select asks, days, quiet_from, quiet_until, days_off from consent.rule
                        where community_id = folkmoot.community()
                        """)
                .query(
                        (row, _) ->
                                new Rules(
                                        new Budget(row.getInt(1), row.getInt(2)),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getBoolean(5),
                                        true))
                .optional()
                .orElse(Rules.USUAL);
    }

    /// The quiet hours of these rules, by the community's own days off.
    @Transactional(readOnly = true)
    QuietHours quiet(Rules rules) {
        Predicate<java.time.LocalDate> off = _ -> false;
        if (rules.daysOff()) {
            var business = hours.here();
            off = day -> business.on(day) == null;
        }
        return new QuietHours(rules.from(), rules.until(), off);
    }

    void keep(Rules rules) {
        db.sql(
                        """
                        insert into consent.rule (community_id, asks, days, quiet_from, quiet_until, days_off)
                        values (folkmoot.community(), :asks, :days, :from, :until, :off)
                        on conflict (community_id) do update set asks = excluded.asks, days = excluded.days,
                            quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, days_off = excluded.days_off
                        """)
                .param("asks", rules.budget().asks())
                .param("days", rules.budget().days())
                .param("from", rules.from())
                .param("until", rules.until())
                .param("off", rules.daysOff())
                .update();
        trail.record(
                "rules of contact changed",
                "community",
                null,
                Map.of(
                        "asks", rules.budget().asks(),
                        "days", rules.budget().days(),
                        "quiet", Rules.clock(rules.from()) + " to " + Rules.clock(rules.until()),
                        "days off", rules.daysOff()));
    }
}
