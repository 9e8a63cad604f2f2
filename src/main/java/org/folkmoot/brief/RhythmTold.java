package org.folkmoot.brief;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.brief.Section.Line;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Wording;
import org.jspecify.annotations.Nullable;

/// When people are here, in words and as a picture.
record RhythmTold(Brief brief, Wording in) {

    Section section() {
        var rhythm = brief.rhythm();
        if (rhythm.silent()) {
            return new Section("rhythm", title(), "", List.of(), "Nobody took part in these days.");
        }
        var lines = new ArrayList<Line>();
        var half = rhythm.half();
        lines.add(
                new Line(
                        "Hours",
                        "Half of everything happens between %02d:00 and %02d:00."
                                .formatted(half.from(), half.until())));
        lines.add(
                new Line(
                        "Days",
                        "Most happens on %s, least on %s; %s of it on weekends."
                                .formatted(
                                        day(rhythm.days().getFirst()),
                                        day(rhythm.days().getLast()),
                                        in.percent(rhythm.weekend()))));
        var full = rhythm.fullest();
        var empty = rhythm.emptiest();
        if (full.isPresent() && empty.isPresent()) {
            lines.add(
                    new Line(
                            "Seasons",
                            "Most people took part in %s (%s), fewest in %s (%s)."
                                    .formatted(
                                            month(full.get()),
                                            in.count(full.get().people()),
                                            month(empty.get()),
                                            in.count(empty.get().people()))));
        }
        return new Section("rhythm", title(), finding() + ".", lines, "");
    }

    private static String title() {
        return "When they are here";
    }

    private String finding() {
        var busiest = brief.rhythm().busiest();
        return "Most people are here on %s around %02d:00"
                .formatted(day(busiest.day()), busiest.hour());
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, in.locale());
    }

    private String month(Rhythm.Month month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", in.locale()).format(month.month());
    }

    /// The days of the week by their hours.
    Chart chart(@Nullable String csv) {
        return new Chart(
                "chart-rhythm",
                Chart.Shape.HEAT,
                brief.rhythm().silent() ? "Nobody took part" : finding(),
                "people who took part at that hour",
                "Hour",
                IntStream.range(0, 24).mapToObj("%02d:00"::formatted).toList(),
                IntStream.range(0, 7).mapToObj(this::row).toList(),
                List.of(),
                csv,
                in.locale());
    }

    private Chart.Series row(int day) {
        return new Chart.Series(
                DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT_STANDALONE, in.locale()),
                brief.rhythm().people().get(day).stream().map(Integer::doubleValue).toList(),
                1,
                false);
    }
}
