package org.folkmoot.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Gauge;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The goals of the community we are in, with what their numbers were. One that was removed can be
/// brought back.
@Repository
@Transactional
class Goals {

    private static final String SELECT =
            """
            select g.id, g.gauge, g.start_value, g.start_day, g.target, g.due, g.upward, g.why, g.by, g.at, r.days, r.numbers
            from briefing.goal g
            cross join lateral (
                select coalesce(array_agg(r.day::text order by r.day), '{}') as days,
                       coalesce(array_agg(r.value order by r.day), '{}') as numbers
                from briefing.goal_reading r
                where r.community_id = g.community_id and r.goal_id = g.id and r.value is not null) r
            where g.community_id = folkmoot.community() and g.removed_at is null
            """;

    private final JdbcClient db;
    private final Trail trail;

    Goals(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// Those that are due on that day or later, the nearest first.
    @Transactional(readOnly = true)
    List<Goal> open(LocalDate today) {
        return db.sql(SELECT + " and g.due >= :today order by g.due, g.id limit 100")
                .param("today", today)
                .query(Goals::read)
                .list();
    }

    /// Those that were due before that day, the latest first.
    @Transactional(readOnly = true)
    List<Goal> over(LocalDate today) {
        return db.sql(SELECT + " and g.due < :today order by g.due desc, g.id desc limit 200")
                .param("today", today)
                .query(Goals::read)
                .list();
    }

    /// All, the newest first.
    ///
    /// @param before an id to go on below; 0 to begin
    @Transactional(readOnly = true)
    List<Goal> newest(long before, int most) {
        return db.sql(
                        SELECT
                                + " and (:before = 0 or g.id < :before) order by g.id desc limit :most")
                .param("before", before)
                .param("most", most)
                .query(Goals::read)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Goal> find(long id) {
        return db.sql(SELECT + " and g.id = :id").param("id", id).query(Goals::read).optional();
    }

    @Transactional(readOnly = true)
    Goal get(long id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This goal"));
    }

    long add(GoalForm.Wish wish, double start, LocalDate today) {
        var id =
                db.sql(
                                """
                                insert into briefing.goal (community_id, gauge, start_value, start_day, target, due, upward, why, by)
                                values (folkmoot.community(), :gauge, :start, :today, :target, :due, :upward, :why, :by) returning id
                                """)
                        .param("gauge", wish.gauge().key())
                        .param("start", start)
                        .param("today", today)
                        .param("target", wish.target())
                        .param("due", wish.due())
                        .param("upward", wish.upwardFrom(start))
                        .param("why", wish.why())
                        .param("by", Trail.who())
                        .query(Long.class)
                        .single();
        record("goal set", id, wish.gauge(), wish.target(), wish.due());
        return id;
    }

    /// Another target, day or reason; the number and where it started stay.
    void change(long id, GoalForm.Wish wish) {
        var goal = get(id);
        db.sql(
                        """
                        update briefing.goal set target = :target, due = :due, upward = :upward, why = :why
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .param("target", wish.target())
                .param("due", wish.due())
                .param("upward", wish.upwardFrom(goal.start()))
                .param("why", wish.why())
                .update();
        record("goal changed", id, goal.gauge(), wish.target(), wish.due());
    }

    Goal remove(long id) {
        var gone = get(id);
        db.sql(
                        "update briefing.goal set removed_at = now() where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
        record("goal removed", id, gone.gauge(), gone.target(), gone.due());
        return gone;
    }

    void restore(long id) {
        db.sql(
                        "update briefing.goal set removed_at = null where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
        var back = get(id);
        record("goal restored", id, back.gauge(), back.target(), back.due());
    }

    private void record(String action, long id, Gauge gauge, double target, LocalDate due) {
        trail.record(
                action,
                "goal",
                Long.toString(id),
                Map.of("gauge", gauge.key(), "target", target, "due", due.toString()));
    }

    /// What the number was on these days, in place of what was noted before.
    ///
    /// @param values null where it is not known
    void note(long id, Map<LocalDate, @Nullable Double> values) {
        var days = List.copyOf(values.keySet());
        db.sql(
                        """
                        insert into briefing.goal_reading (community_id, goal_id, day, value)
                        select folkmoot.community(), :id, r.day::date, r.value
                        from unnest(cast(:days as text[]), cast(:values as float8[])) r(day, value)
                        on conflict (community_id, goal_id, day) do update set value = excluded.value
                        """)
                .param("id", id)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("values", days.stream().map(values::get).toArray(Double[]::new))
                .update();
    }

    private static Goal read(ResultSet row, int number) throws SQLException {
        var days = Arrays.asList((String[]) row.getArray(11).getArray());
        var values = Arrays.asList((Double[]) row.getArray(12).getArray());
        var readings = new TreeMap<LocalDate, Double>();
        for (int i = 0; i < days.size(); i++) {
            readings.put(LocalDate.parse(days.get(i)), values.get(i));
        }
        return new Goal(
                row.getLong(1),
                Gauge.of(row.getString(2)).orElseThrow(),
                row.getDouble(3),
                row.getObject(4, LocalDate.class),
                row.getDouble(5),
                row.getObject(6, LocalDate.class),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                readings);
    }
}
