package org.folkmoot.activity;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Identities;
import org.folkmoot.web.HeatMap;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What one person did, when and with whom: parts of their profile, embedded by address.
@Controller
@Needs(Permission.SEE_PEOPLE)
class PersonFragments {

    private static final int ROWS = 30;
    private static final int WEEKS = 53;

    private final Streams streams;
    private final Lines lines;
    private final Presence presence;
    private final Identities identities;
    private final Html html;
    private final Clock clock;

    PersonFragments(
            Streams streams,
            Lines lines,
            Presence presence,
            Identities identities,
            Html html,
            Clock clock) {
        this.streams = streams;
        this.lines = lines;
        this.presence = presence;
        this.identities = identities;
        this.html = html;
        this.clock = clock;
    }

    /// @param older where the next lines come from; null at the end
    record Timeline(String home, When when, List<Line> lines, @Nullable String older) {}

    record Days(HeatMap map) {}

    @GetMapping("/c/{slug}/activity/of/{member}")
    @Needs(Permission.SEE_ACTIVITY)
    View timeline(
            @PathVariable long member,
            @RequestParam(required = false) @Nullable String before,
            Visitor visitor) {
        known(member);
        var part =
                new Streams.Part(
                        Asked.EVERYTHING.by(member), "en", visitor.community().zone(), false, 3000);
        var items = streams.page(part, Cursor.of(before, Cursor.LAST), ROWS + 1);
        var home = "/c/" + visitor.community().slug();
        var last = items.size() > ROWS ? items.get(ROWS - 1) : null;
        return html.render(
                "activity/timeline",
                new Timeline(
                        home,
                        when(visitor),
                        lines.of(items.stream().limit(ROWS).toList()),
                        last == null
                                ? null
                                : "%s/activity/of/%d?before=%s"
                                        .formatted(
                                                home, member, new Cursor(last.at(), last.id()))));
    }

    /// The last year, or, of someone who was not here in it, the year before they were last seen.
    @GetMapping("/c/{slug}/activity/days/{member}")
    View days(@PathVariable long member, Visitor visitor) {
        var ids = known(member);
        var today = LocalDate.ofInstant(clock.instant(), visitor.community().zone());
        var gone = presence.last(ids).filter(day -> day.isBefore(today.minusYears(1)));
        var last = gone.orElse(today);
        var counts = presence.days(ids, last.minusWeeks(WEEKS));
        var year = last.minusYears(1);
        var numbers = NumberFormat.getIntegerInstance(visitor.locale());
        var active = counts.entrySet().stream().filter(e -> e.getKey().isAfter(year)).toList();
        var dates =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(visitor.locale());
        var words =
                "%s on %s in the %s"
                        .formatted(
                                many(
                                        active.stream().mapToLong(e -> e.getValue()).sum(),
                                        "activity",
                                        "activities",
                                        numbers),
                                many(active.size(), "day", "days", numbers),
                                gone.map(day -> "year to " + dates.format(day))
                                        .orElse("last year"));
        return html.render(
                "activity/days", new Days(new HeatMap(last, counts, words, visitor.locale())));
    }

    private static String many(long count, String one, String more, NumberFormat numbers) {
        return numbers.format(count) + " " + (count == 1 ? one : more);
    }

    private List<Long> known(long member) {
        var ids = identities.of(member);
        if (ids.isEmpty()) {
            throw new Refusal.NotFound("This person");
        }
        return ids;
    }

    private When when(Visitor visitor) {
        return new When(clock.instant(), visitor.locale(), visitor.zone());
    }
}
