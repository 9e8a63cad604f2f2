package org.folkmoot.activity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Asked.Only;
import org.folkmoot.web.Filter;
import org.jspecify.annotations.Nullable;

/// What the stream is narrowed to, each with the way back.
final class StreamPills {

    private StreamPills() {}

    static List<Filter> of(
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
