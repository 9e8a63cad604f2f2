package org.folkmoot.briefing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Gauge;
import org.jspecify.annotations.Nullable;

/// A goal as it was sent, in the units people type: per cent, hours.
///
/// @param start empty: as the number is now
/// @param direction `least`, `most`, or empty for what follows from start and target
record GoalForm(
        @Nullable String gauge,
        @Nullable String target,
        @Nullable String due,
        @Nullable String start,
        @Nullable String direction,
        @Nullable String why) {

    static final GoalForm EMPTY = new GoalForm("active", "", "", "", "", "");

    /// @param start null: as the number is now
    /// @param upward null: as follows from start and target
    record Wish(
            Gauge gauge,
            double target,
            LocalDate due,
            @Nullable Double start,
            @Nullable Boolean upward,
            String why) {

        boolean upwardFrom(double from) {
            return upward != null ? upward : target == from ? gauge.moreIsBetter() : target > from;
        }
    }

    /// @param wish null when something is wrong
    record Read(@Nullable Wish wish, Map<String, String> wrong) {

        Wish orRefuse() {
            if (wish == null) {
                throw new Refusal.Unusable(String.join(" ", wrong.values()));
            }
            return wish;
        }
    }

    Read read(LocalDate today) {
        var wrong = new LinkedHashMap<String, String>();
        var what = Gauge.of(AnnotationForm.or(gauge));
        if (what.isEmpty()) {
            wrong.put("gauge", "Choose one of the numbers.");
        }
        var unit = what.map(Gauge::unit).orElse(Gauge.Unit.COUNT);
        var aim = number(AnnotationForm.or(target), unit);
        if (aim.isEmpty()) {
            wrong.put("target", "Write the goal as a number, in %s.".formatted(unit.words()));
        }
        var from = number(AnnotationForm.or(start), unit);
        if (from.isEmpty() && !AnnotationForm.or(start).isEmpty()) {
            wrong.put("start", "Write the start as a number, or leave it empty.");
        }
        var day = AnnotationForm.date(AnnotationForm.or(due));
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusYears(3))) {
            wrong.put("due", "Choose a day from tomorrow on, within three years.");
        }
        if (AnnotationForm.or(why).length() > 300) {
            wrong.put("why", "Say it in up to 300 characters.");
        }
        var way = AnnotationForm.or(direction);
        if (!way.matches("least|most|")) {
            wrong.put("direction", "Choose at least or at most.");
        }
        if (!wrong.isEmpty() || day == null) {
            return new Read(null, wrong);
        }
        return new Read(
                new Wish(
                        what.orElseThrow(),
                        aim.orElseThrow(),
                        day,
                        from.orElse(null),
                        way.isEmpty() ? null : Boolean.valueOf(way.equals("least")),
                        AnnotationForm.or(why)),
                wrong);
    }

    /// With a comma or a point; never negative, shares at most 100 %.
    private static Optional<Double> number(String typed, Gauge.Unit unit) {
        try {
            double value = Double.parseDouble(typed.replace(',', '.'));
            var most = unit == Gauge.Unit.SHARE ? 100 : 1e9;
            return Double.isFinite(value) && value >= 0 && value <= most
                    ? Optional.of(unit.kept(value))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static GoalForm of(Goal goal) {
        var unit = goal.gauge().unit();
        return new GoalForm(
                goal.gauge().key(),
                plain(unit.typed(goal.target())),
                goal.due().toString(),
                plain(unit.typed(goal.start())),
                goal.upward() ? "least" : "most",
                goal.why());
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(value)
                .setScale(4, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
