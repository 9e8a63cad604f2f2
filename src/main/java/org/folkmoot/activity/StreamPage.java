package org.folkmoot.activity;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Asked.Only;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Filter;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Everything that happens, on all platforms, newest first; who waits, longest first.
@Controller
@Needs(Permission.SEE_ACTIVITY)
class StreamPage {

    private static final int ROWS = 50;

    private final Streams streams;
    private final Lines lines;
    private final Whereabouts whereabouts;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    StreamPage(
            Streams streams,
            Lines lines,
            Whereabouts whereabouts,
            Frames frames,
            Html html,
            Clock clock) {
        this.streams = streams;
        this.lines = lines;
        this.whereabouts = whereabouts;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What belongs together: one line, or all lines of a thread on this page.
    record Group(@Nullable String topic, long thread, List<Line> lines) {}

    /// @param newest null on the first page
    /// @param advice what to do when nothing was found
    record Stream(
            Desk desk,
            When when,
            Asked asked,
            List<Group> groups,
            List<Filter> filters,
            Whereabouts.All places,
            @Nullable String newest,
            @Nullable String older,
            String advice,
            boolean edits) {

        String path(String query) {
            return desk.home() + "/activity" + query;
        }

        /// This page, to return to.
        String here() {
            return path(asked.with("before", ""));
        }

        boolean none() {
            return groups.isEmpty();
        }
    }

    @GetMapping("/c/{slug}/activity")
    View show(@RequestParam Map<String, String> query, Visitor visitor) {
        var asked = Asked.of(query);
        var beginning = Streams.beginning(asked);
        var before = Cursor.of(query.get("before"), beginning);
        var first = before.equals(beginning);
        var part =
                new Streams.Part(
                        asked,
                        visitor.community().locale().toLanguageTag(),
                        visitor.community().zone(),
                        false,
                        3000);
        var items = streams.page(part, before, ROWS + 1);
        var shown = lines.of(items.stream().limit(ROWS).toList());
        var more = items.size() > ROWS;
        var places = whereabouts.all();
        var last = more ? items.get(ROWS - 1) : null;
        var here = "/c/" + visitor.community().slug() + "/activity";
        return html.render(
                "activity/stream",
                new Stream(
                        frames.desk(
                                "Activity",
                                lede(part, first && !more ? shown.size() : -1, first, visitor)),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        asked,
                        groups(asked.grouped(), shown),
                        pills(here, asked, places, shown, visitor),
                        places,
                        first ? null : here + asked.with("before", ""),
                        last == null
                                ? null
                                : here
                                        + asked.with(
                                                "before",
                                                new Cursor(last.at(), last.id()).toString()),
                        advice(part, shown.isEmpty()),
                        visitor.may(Permission.EDIT_PEOPLE)));
    }

    private String lede(Streams.Part part, int known, boolean first, Visitor visitor) {
        if (!first) {
            return "%s than what came before, on all platforms; times in %s."
                    .formatted(
                            part.asked().longestFirst() ? "Waiting for less long" : "Older",
                            visitor.zone());
        }
        var count = known >= 0 ? known : streams.count(part);
        var numbers = NumberFormat.getIntegerInstance(visitor.locale());
        var waits = part.asked().longestFirst();
        var many = waits ? " questions wait" : " things people did";
        var words =
                count > Streams.most(part)
                        ? "More than " + numbers.format(Streams.most(part)) + many
                        : count == 1
                                ? waits ? "One question waits" : "One thing somebody did"
                                : numbers.format(count) + many;
        return "%s, %s first; times in %s."
                .formatted(words, waits ? "the longest waiting" : "newest", visitor.zone());
    }

    private String advice(Streams.Part part, boolean empty) {
        if (!empty) {
            return "";
        }
        var search = part.search();
        if (search != null) {
            return streams.says(search)
                    ? "Try fewer or other words, or take a filter away. Words in quotes are found only as they stand."
                    : "These words are too small to search for. Add a longer one.";
        }
        return part.asked().equals(Asked.EVERYTHING)
                ? "As soon as you import where people talk, all they do appears here."
                : "Take a filter away to see more.";
    }

    private static List<Group> groups(boolean grouped, List<Line> lines) {
        if (!grouped) {
            return lines.stream()
                    .map(line -> new Group(null, line.thread(), List.of(line)))
                    .toList();
        }
        var threads = new LinkedHashMap<Long, List<Line>>();
        lines.forEach(
                line -> threads.computeIfAbsent(line.thread(), _ -> new ArrayList<>()).add(line));
        return threads.entrySet().stream()
                .map(e -> new Group(e.getValue().getFirst().topic(), e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Filter> pills(
            String here, Asked asked, Whereabouts.All places, List<Line> lines, Visitor visitor) {
        var pills = new ArrayList<Filter>();
        if (!asked.q().isEmpty()) {
            pills.add(new Filter("with “" + asked.q() + "”", here + asked.with("q", "")));
        }
        if (asked.platform() != null) {
            pills.add(new Filter("on " + asked.platform(), here + asked.with("platform", "")));
        }
        if (asked.place() != null) {
            var name =
                    places.place(asked.place())
                            .map(Whereabouts.Place::name)
                            .orElse("a place that is not here");
            pills.add(new Filter("in " + name, here + asked.with("place", "")));
        }
        if (asked.kind() != null) {
            pills.add(new Filter("who " + asked.kind().verb(), here + asked.with("kind", "")));
        }
        if (asked.tag() != null) {
            pills.add(new Filter("tagged " + asked.tag(), here + asked.with("tag", "")));
        }
        if (asked.person() != null) {
            var name = lines.stream().map(Line::name).findFirst().orElse("this person");
            pills.add(new Filter("by " + name, here + asked.with("person", "")));
        }
        day(pills, "since ", asked.from(), here + asked.with("from", ""), visitor);
        day(pills, "until ", asked.to(), here + asked.with("to", ""), visitor);
        if (asked.only() != Only.ALL) {
            var words =
                    asked.only() == Only.QUESTIONS
                            ? "only questions"
                            : "only unanswered, of the last 90 days";
            pills.add(new Filter(words, here + asked.with("only", "")));
        }
        return pills;
    }

    private static void day(
            List<Filter> pills,
            String lead,
            @Nullable LocalDate day,
            String without,
            Visitor visitor) {
        if (day != null) {
            var format =
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(visitor.locale());
            pills.add(new Filter(lead + format.format(day), without));
        }
    }
}
