package org.folkmoot.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The cast on its pages: parts full, empty and with names longer than anyone's patience.
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-06T14:03:00Z");
    static final When WHEN = new When(NOW, Locale.UK, ZoneId.of("Europe/Berlin"));
    static final String LONG =
            "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh the Unabbreviated of Llanfairpwllgwyngyll";

    private Samples() {}

    static Desk desk(String title, String lede, List<Flash> flashes) {
        return new Desk(
                title,
                lede,
                new Desk.Community("lovelace", "Lovelace Circle"),
                List.of(
                        new Desk.Community("hopper", "Hopper Harbour"),
                        new Desk.Community("long", LONG)),
                List.of(
                        new Desk.Group(
                                "Now",
                                "sun",
                                List.of(
                                        new Desk.Item(
                                                "sunrise", "Today", "/c/lovelace", "t", false))),
                        new Desk.Group(
                                "People",
                                "users",
                                List.of(
                                        new Desk.Item(
                                                "users", "People", "/c/lovelace/people", "p", true),
                                        new Desk.Item(
                                                "filter",
                                                "Segments",
                                                "/c/lovelace/segments",
                                                "s",
                                                false))),
                        new Desk.Group(
                                "Insight",
                                "chart-line",
                                List.of(
                                        new Desk.Item(
                                                "heartbeat",
                                                "Health",
                                                "/c/lovelace/health",
                                                "h",
                                                false),
                                        new Desk.Item(
                                                "messages",
                                                "Activity",
                                                "/c/lovelace/activity",
                                                "a",
                                                false))),
                        new Desk.Group(
                                "Set-up",
                                "adjustments",
                                List.of(
                                        new Desk.Item(
                                                "file-import",
                                                "Imports",
                                                "/c/lovelace/imports",
                                                "i",
                                                false),
                                        new Desk.Item(
                                                "user-plus", "Team", "/c/lovelace/team", "", false),
                                        new Desk.Item(
                                                "settings",
                                                "Settings",
                                                "/c/lovelace/settings",
                                                "",
                                                false)))),
                new Desk.Account("Grace Hopper", "grace@example.org"),
                new Desk.Csrf("X-CSRF-TOKEN", "_csrf", "a-token"),
                flashes,
                Locale.UK,
                ZoneId.of("Europe/Berlin"));
    }

    static Map<String, Object> gallery() {
        return Map.of(
                "desk",
                desk(
                        "People",
                        "1,204 people, active in the last 30 days.",
                        List.of(
                                Flash.bad(
                                        "The import stopped at row 12,345. Everything before it is stored."),
                                Flash.undoable("38 people are tagged “to thank”.", "/undo/1"))),
                "numbers",
                numbers(),
                "people",
                people(),
                "charts",
                charts(),
                "heats",
                List.of(
                        heat(),
                        new HeatMap(
                                LocalDate.of(2026, 3, 6),
                                Map.of(),
                                "Nothing in the last year",
                                Locale.US)),
                "filters",
                List.of(
                        new Filter("active in 30 days", "#1"),
                        new Filter("on GitHub", "#2"),
                        new Filter("at " + LONG, "#3")),
                "works",
                works(),
                "pager",
                new Pager("51 to 100 of 1,204 people", "#before", "#after"),
                "when",
                WHEN);
    }

    static List<NumberCard> numbers() {
        var spark =
                new Sparkline(
                        List.of(12.0, 14.0, 11.0, 18.0, 17.0, 22.0, 21.0, 26.0),
                        "New people per week, last 8 weeks");
        return List.of(
                card(
                        "growth",
                        "New people",
                        known(
                                "1,204",
                                NumberCard.Direction.UP,
                                "up 4 % on the 30 days before",
                                Tone.GOOD,
                                spark),
                        "1,204 of 18,402 people"),
                card(
                        "active",
                        "Active share",
                        known(
                                "42 %",
                                NumberCard.Direction.DOWN,
                                "down 3 points on the 30 days before",
                                Tone.BAD,
                                spark),
                        "n = 18,402 people"),
                card(
                        "response",
                        "Time to a first answer",
                        known(
                                "3 h 20 min",
                                NumberCard.Direction.LEVEL,
                                "much as before",
                                Tone.CALM,
                                spark),
                        "n = 412 questions"),
                card(
                        "retention",
                        "People who stay",
                        new NumberCard.NotYet(
                                "Nobody has been here for 90 days yet.",
                                "It will be known on 4 May."),
                        ""),
                card(
                        "long",
                        "A label that goes on about " + LONG,
                        known(
                                "12,345,678",
                                NumberCard.Direction.UP,
                                "up 1,234 % on the 365 days before, which was a quiet year for "
                                        + LONG,
                                Tone.WARN,
                                null),
                        "n = 1"));
    }

    private static NumberCard card(String id, String label, NumberCard.Figure figure, String size) {
        return new NumberCard(
                label,
                "#" + id,
                new Definition(
                        "define-" + id,
                        label,
                        "How many people did something for the first time in these 30 days.",
                        "#definition"),
                figure,
                size);
    }

    private static NumberCard.Known known(
            String value,
            NumberCard.Direction direction,
            String words,
            Tone tone,
            @Nullable Sparkline spark) {
        return new NumberCard.Known(value, new NumberCard.Change(direction, words, tone), spark);
    }

    static List<Person> people() {
        return List.of(
                new Person("Ada Lovelace", "#ada", "/card.htm", List.of("slack", "github"), "asks"),
                new Person(
                        "Grace Hopper", "#grace", null, List.of("slack", "discourse", "mail"), ""),
                new Person("Zoë Ångström", "#zoe", null, List.of("discord"), "new"),
                new Person("山田花子", "#hanako", null, List.of(), ""),
                new Person("محمد الخوارزمي", "#muhammad", null, List.of("git"), ""),
                new Person(LONG, "#long", null, List.of("stackexchange", "rss"), LONG),
                new Person(
                        "<script>alert(1)</script> Mallory",
                        "#mallory",
                        null,
                        List.of("unheard-of"),
                        "breaks rules"));
    }

    static List<Chart> charts() {
        var all = new ArrayList<>(alongDays());
        all.addAll(MoreCharts.all());
        return all;
    }

    private static List<Chart> alongDays() {
        var days = IntStream.rangeClosed(1, 30).mapToObj(day -> day + " Feb").toList();
        return List.of(
                new Chart(
                        "first-answers",
                        Chart.Shape.LINES,
                        "Fewer first posts get an answer",
                        "answered first posts per day",
                        "Day",
                        days,
                        List.of(
                                new Chart.Series("This window", wave(30, 20, 0), 1, false),
                                new Chart.Series("The 30 days before", wave(30, 24, 2), 1, true)),
                        List.of(
                                new Chart.Flag("12 Feb", "Launch"),
                                new Chart.Flag("23 Feb", "Outage")),
                        "#csv",
                        Locale.UK),
                new Chart(
                        "platforms",
                        Chart.Shape.STACKED,
                        "Half of the talk moved to Discourse",
                        "messages per day",
                        "Day",
                        days.subList(0, 14),
                        List.of(
                                new Chart.Series("Slack", wave(14, 40, 0), 1, false),
                                new Chart.Series("Discourse", wave(14, 30, 1), 2, false),
                                new Chart.Series("GitHub", wave(14, 20, 2), 3, false),
                                new Chart.Series("Mail", wave(14, 12, 3), 4, false),
                                new Chart.Series("Discord", wave(14, 9, 4), 5, false),
                                new Chart.Series("Git", wave(14, 9, 5), 6, false),
                                new Chart.Series("Feeds", wave(14, 7, 6), 7, false),
                                new Chart.Series("Other", wave(14, 5, 7), 8, false)),
                        List.of(),
                        null,
                        Locale.UK),
                new Chart(
                        "answered",
                        Chart.Shape.STEPS,
                        "Half of all questions are answered within 3 h 20 min",
                        "share still waiting, in %",
                        "Hours",
                        IntStream.range(0, 24).mapToObj(Integer::toString).toList(),
                        List.of(
                                new Chart.Series(
                                        "Still waiting",
                                        IntStream.range(0, 24)
                                                .mapToObj(h -> 100 / (1 + h * 0.3))
                                                .toList(),
                                        3,
                                        false)),
                        List.of(),
                        "#csv",
                        Locale.UK),
                new Chart(
                        "empty",
                        Chart.Shape.BARS,
                        "Nothing is known before the first import",
                        "people per week",
                        "Week",
                        List.of("1", "2", "3"),
                        List.of(
                                new Chart.Series(
                                        "People", Collections.nCopies(3, Double.NaN), 1, false)),
                        List.of(),
                        null,
                        Locale.UK));
    }

    private static List<Double> wave(int points, double height, int shift) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < points; i++) {
            values.add(
                    (double)
                            Math.round(
                                    height
                                            * (1.2
                                                    + Math.sin((i + shift) / 2.3) * 0.5
                                                    + (i * 7 + shift) % 5 * 0.06)));
        }
        return values;
    }

    private static HeatMap heat() {
        var counts = new HashMap<LocalDate, Integer>();
        var last = LocalDate.of(2026, 3, 6);
        for (int i = 0; i < 364; i++) {
            if (i * 31 % 7 > 2 || i % 11 == 0) {
                counts.put(last.minusDays(i), 1 + i * 17 % 23);
            }
        }
        return new HeatMap(last, counts, "214 activities on 96 days in the last year", Locale.UK);
    }

    static List<Work> works() {
        return List.of(
                new Work(
                        "1",
                        "Import of lovelace-slack-export.zip",
                        "#1",
                        0.42,
                        "12,400 rows/s, about 2 min left, reading #help",
                        Work.State.RUNNING,
                        "/imports/1/cancel"),
                new Work(
                        "2",
                        "Import of " + LONG.replace(' ', '_') + ".mbox",
                        "#2",
                        null,
                        "Counting what is in it",
                        Work.State.RUNNING,
                        "/imports/2/cancel"),
                new Work(
                        "3",
                        "Export of all people",
                        "#3",
                        1.0,
                        "1,204 people, done 3 min ago",
                        Work.State.DONE,
                        null),
                new Work(
                        "4",
                        "Import of broken.zip",
                        "#4",
                        0.1,
                        "Stopped: the file ends too early. What was read is stored.",
                        Work.State.FAILED,
                        null));
    }
}
