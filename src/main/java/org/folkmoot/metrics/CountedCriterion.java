package org.folkmoot.metrics;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Use;
import org.folkmoot.web.Address;
import org.folkmoot.web.PlatformNames;
import org.springframework.stereotype.Component;

/// People by the number that counts them: `counted as lost in 30 days`, so that the list behind a
/// number can be filtered further, acted on and saved as a segment. It finds the same people as
/// [ListPage] does.
@Component
class CountedCriterion implements Criterion {

    private static final String AS = "as";
    private static final String DAYS = "in";
    private static final String UNTIL = "until";
    private static final String PLATFORM = "on platform";
    private static final String PLACE = "in place";
    private static final String STAFF = "with staff";

    private static final Map<Behind, String> WORDS =
            new EnumMap<>(
                    Map.of(
                            Behind.JOINED, "who joined",
                            Behind.LEFT, "who left",
                            Behind.ACTIVE, "who were active",
                            Behind.RETAINED, "who stayed active",
                            Behind.LOST, "who were active before, and not since"));

    private static final List<Choice> LISTS =
            WORDS.entrySet().stream()
                    .map(list -> new Choice(list.getKey().which(), list.getValue()))
                    .toList();

    private final PeopleLists lists;
    private final Choices choices;
    private final Communities communities;
    private final Clock clock;
    private final List<Part> parts;

    CountedCriterion(PeopleLists lists, Choices choices, Communities communities, Clock clock) {
        this.lists = lists;
        this.choices = choices;
        this.communities = communities;
        this.clock = clock;
        this.parts =
                List.of(
                        Part.operator(AS, Shape.CHOICE, () -> LISTS),
                        Part.detail(DAYS, Shape.DAYS),
                        Part.detail(UNTIL, Shape.DATE),
                        Part.detail(
                                PLATFORM,
                                Shape.TEXT,
                                () ->
                                        choices.offer().platforms().stream()
                                                .map(p -> new Choice(p, PlatformNames.of(p)))
                                                .toList()),
                        Part.detail(PLACE, Shape.TEXT, this::places),
                        Part.detail(STAFF, Shape.NOTHING));
    }

    @Override
    public String key() {
        return "counted";
    }

    @Override
    public String label() {
        return "Counted in a number";
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public String words(Use use, Locale locale) {
        var days = use.number(DAYS, Window.USUAL);
        return WORDS.get(behind(use))
                + (use.says(UNTIL)
                        ? " in the %d days until %s"
                                .formatted(
                                        days,
                                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                                .withLocale(locale)
                                                .format(use.date(UNTIL)))
                        : " in the last %d days".formatted(days))
                + (use.says(PLATFORM) ? " on " + PlatformNames.of(use.text(PLATFORM)) : "")
                + (use.says(PLACE) ? " in " + use.text(PLACE) : "")
                + (use.says(STAFF) ? ", the team too" : "");
    }

    @Override
    public String who(Use use, Asked asked) {
        var ask = Ask.of(communities.here(), query(use), clock.instant());
        var listed = lists.of(ask, behind(use), Listing.Page.ALL.size());
        return "select unnest(%s::bigint[])"
                .formatted(asked.bind(listed.stream().map(Listed::member).toArray(Long[]::new)));
    }

    @Override
    public boolean gathered(Use use) {
        return true;
    }

    /// The same list among the people, where it can be acted on.
    ///
    /// @return the query of its address; empty for lists of other things than people, and where a
    ///     place's name does not say which is meant
    Optional<String> address(Behind behind, Ask ask) {
        if (behind.texts()) {
            return Optional.empty();
        }
        var filters = ask.filters();
        var said = new ArrayList<Use.Said>();
        said.add(new Use.Said(AS, Shape.CHOICE, behind.which()));
        said.add(new Use.Said(DAYS, Shape.DAYS, Integer.toString(ask.window().days())));
        if (!ask.today()) {
            said.add(new Use.Said(UNTIL, Shape.DATE, ask.window().last().toString()));
        }
        if (filters.platform() != null) {
            said.add(new Use.Said(PLATFORM, Shape.TEXT, filters.platform()));
        }
        if (filters.place() != null) {
            var path = choices.path(filters.place());
            if (path.isEmpty()) {
                return Optional.empty();
            }
            said.add(new Use.Said(PLACE, Shape.TEXT, path.get()));
        }
        if (filters.staff()) {
            said.add(new Use.Said(STAFF, Shape.NOTHING, ""));
        }
        var counted = new Use(key(), said).written();
        var parts = new LinkedHashMap<String, String>();
        parts.put("tag", Objects.requireNonNullElse(filters.tag(), ""));
        parts.put("organisation", Objects.requireNonNullElse(filters.organisation(), ""));
        parts.put(
                "where",
                filters.where() == null
                        ? counted
                        : "%s and (%s)".formatted(counted, filters.where()));
        return Optional.of(Address.query(parts));
    }

    private Map<String, String> query(Use use) {
        var query = new LinkedHashMap<String, String>();
        query.put("window", Integer.toString(use.number(DAYS, Window.USUAL)));
        query.put("asOf", use.says(UNTIL) ? use.text(UNTIL) : "");
        query.put("platform", use.says(PLATFORM) ? use.text(PLATFORM) : "");
        query.put("staff", use.says(STAFF) ? "in" : "");
        if (use.says(PLACE)) {
            query.put("place", Long.toString(place(use.text(PLACE))));
        }
        return query;
    }

    private static Behind behind(Use use) {
        return WORDS.keySet().stream()
                .filter(list -> list.which().equals(use.text(AS)))
                .findFirst()
                .orElseThrow();
    }

    private long place(String path) {
        return choices.only(path)
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "It is not clear which place %s is. Write it like slack/general."
                                                .formatted(path)));
    }

    private List<Choice> places() {
        return choices.places().stream()
                .map(
                        p ->
                                new Choice(
                                        p.path(),
                                        "%s (%s)"
                                                .formatted(
                                                        p.name(), PlatformNames.of(p.platform()))))
                .toList();
    }
}
