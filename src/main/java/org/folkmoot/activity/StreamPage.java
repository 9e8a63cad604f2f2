package org.folkmoot.activity;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
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
    private static final String DEEP = "&deep=on";

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
    /// @param further where a search goes on that lost its patience; null for nowhere
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
            @Nullable Further further,
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

    /// @param since nothing older was looked through
    record Further(Instant since, String link) {}

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
        var deep = !query.getOrDefault("deep", "").isEmpty();
        var patience = deep ? Patience.WITHOUT_END : Patience.OF_A_READER;
        var looked = streams.look(part, before, ROWS + 1, patience);
        var items = looked.items();
        var shown = lines.of(items.stream().limit(ROWS).toList());
        var more = items.size() > ROWS;
        var places = whereabouts.all();
        var last = more ? items.get(ROWS - 1) : null;
        var lookedTo = more ? null : looked.lookedTo();
        var known = first && !more ? new Looked.Count(shown.size(), lookedTo == null) : null;
        var here = "/c/" + visitor.community().slug() + "/activity";
        return html.render(
                "activity/stream",
                new Stream(
                        frames.desk("Activity", lede(part, known, first, visitor)),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        asked,
                        groups(asked.grouped(), shown),
                        StreamPills.of(here, asked, places, shown, visitor),
                        places,
                        first ? null : here + asked.with("before", ""),
                        last == null
                                ? null
                                : here
                                        + asked.with(
                                                "before",
                                                new Cursor(last.at(), last.id()).toString())
                                        + (deep ? DEEP : ""),
                        lookedTo == null
                                ? null
                                : new Further(
                                        lookedTo.at(),
                                        here + asked.with("before", lookedTo.toString()) + DEEP),
                        advice(part, shown.isEmpty(), lookedTo == null),
                        visitor.may(Permission.EDIT_PEOPLE)));
    }

    private String lede(
            Streams.Part part, Looked.@Nullable Count known, boolean first, Visitor visitor) {
        if (!first) {
            return "%s than what came before, on all platforms; times in %s."
                    .formatted(
                            part.asked().longestFirst() ? "Waiting for less long" : "Older",
                            visitor.zone());
        }
        var count = known == null ? streams.count(part, Patience.OF_A_READER) : known;
        var waits = part.asked().longestFirst();
        var numbers = NumberFormat.getIntegerInstance(visitor.locale());
        if (count.many() == 0 && !count.all()) {
            return "Nothing found yet among what is newest; times in %s.".formatted(visitor.zone());
        }
        var least = Math.min(count.many(), Streams.most(part));
        var words =
                least == 1
                        ? waits ? "One question waits" : "One thing somebody did"
                        : numbers.format(least)
                                + (waits ? " questions wait" : " things people did");
        var lead = count.many() > least ? "More than " : count.all() ? "" : "So far ";
        return "%s, %s first; times in %s."
                .formatted(
                        lead.isEmpty() ? words : lead + words.replace("One", "one"),
                        waits ? "the longest waiting" : "newest",
                        visitor.zone());
    }

    private String advice(Streams.Part part, boolean empty, boolean all) {
        if (!empty) {
            return "";
        }
        if (!all) {
            return "These words are common, but nothing of late has them together as you asked.";
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
}
