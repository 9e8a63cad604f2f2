package org.folkmoot.today;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Talk;
import org.folkmoot.connectors.Imports;
import org.folkmoot.members.Identities;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Person;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What changed, who waits, and where to look first.
@Controller
@Needs(Permission.SEE_NUMBERS)
class TodayPage {

    private static final int ROWS = 8;
    private static final int LISTED = 500;

    private final Talk talk;
    private final Movements movements;
    private final Imports imports;
    private final Identities identities;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TodayPage(
            Talk talk,
            Movements movements,
            Imports imports,
            Identities identities,
            Frames frames,
            Html html,
            Clock clock) {
        this.talk = talk;
        this.movements = movements;
        this.imports = imports;
        this.identities = identities;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static RailItem todayInTheRail() {
        return new RailItem(
                RailItem.Group.NOW, 10, "Today", "sun", "/today", "t", Permission.SEE_NUMBERS);
    }

    /// @param who null when the source does not say
    record Waits(Talk.Waiting question, @Nullable Person who) {}

    /// People of one sort.
    ///
    /// @param href the list behind
    record Group(String title, String none, String href, List<Person> people) {}

    record Behind(Desk desk, Group group) {}

    /// Whom Today names, and what for.
    private enum Sort {
        NEW(
                "New",
                "Nobody new in the last 7 days.",
                "came ",
                "People first seen in the last 7 days, newest first."),
        BACK(
                "Back again",
                "Nobody came back in the last 7 days.",
                "back ",
                "People active in the last 7 days after 60 days or more without a sign."),
        QUIET(
                "Gone quiet",
                "No regular has fallen silent.",
                "last here ",
                "People who were here on five days or more in three months, and not in the last 30 days.");

        private final String title;
        private final String none;
        private final String note;
        private final String words;

        Sort(String title, String none, String note, String words) {
            this.title = title;
            this.none = none;
            this.note = note;
            this.words = words;
        }
    }

    /// @param empty nothing has been imported yet
    record Today(
            Desk desk,
            When when,
            Visitor visitor,
            boolean empty,
            List<Waits> waiting,
            List<Group> people,
            List<Talk.Busy> busy,
            Health health) {

        boolean may(String permission) {
            return visitor.may(Permission.valueOf(permission));
        }

        String path(String below) {
            return desk.home() + below;
        }
    }

    @GetMapping("/c/{slug}")
    View home(Visitor visitor) {
        return new RedirectView("/c/" + visitor.community().slug() + "/today");
    }

    @GetMapping("/c/{slug}/today")
    View show(Visitor visitor) {
        var now = clock.instant();
        var empty = talk.silent();
        var reads = !empty && visitor.may(Permission.SEE_ACTIVITY);
        var when = new When(now, visitor.locale(), visitor.zone());
        return html.render(
                "today/today",
                new Today(
                        frames.desk("Today", lede(now, empty, visitor)),
                        when,
                        visitor,
                        empty,
                        reads ? waiting(visitor) : List.of(),
                        !empty && visitor.may(Permission.SEE_PEOPLE)
                                ? people(now, when, visitor)
                                : List.of(),
                        reads ? talk.busiest(ROWS) : List.of(),
                        Health.of(imports.newest(1, Long.MAX_VALUE), imports.underWay())));
    }

    private List<Waits> waiting(Visitor visitor) {
        var questions = talk.longestWaiting(ROWS);
        var faces =
                identities.faces(
                        questions.stream()
                                .map(Talk.Waiting::identity)
                                .filter(Objects::nonNull)
                                .toList());
        return questions.stream().map(q -> new Waits(q, asker(q, faces, visitor))).toList();
    }

    private static @Nullable Person asker(
            Talk.Waiting question, Map<Long, Identities.Face> faces, Visitor visitor) {
        var face = question.identity() == null ? null : faces.get(question.identity());
        return face == null
                ? null
                : new Person(
                        face.name(),
                        profile(visitor, face.member()),
                        null,
                        List.of(),
                        question.first() ? "first post" : "");
    }

    private List<Group> people(Instant now, When when, Visitor visitor) {
        var zone = visitor.community().zone();
        return List.of(
                group(Sort.NEW, movements.fresh(now, ROWS), when, visitor),
                group(Sort.BACK, movements.back(now, zone, ROWS), when, visitor),
                group(Sort.QUIET, movements.quiet(now, zone, ROWS), when, visitor));
    }

    private static Group group(Sort sort, List<Movements.Who> who, When when, Visitor visitor) {
        return new Group(
                sort.title,
                sort.none,
                "/today/" + sort.name().toLowerCase(java.util.Locale.ROOT),
                who.stream()
                        .map(
                                w ->
                                        new Person(
                                                w.name(),
                                                profile(visitor, w.member()),
                                                null,
                                                w.platforms(),
                                                sort.note + when.words(w.at())))
                        .toList());
    }

    /// The list behind a group of people, up to 500 of them.
    @GetMapping("/c/{slug}/today/{sort:new|back|quiet}")
    @Needs(Permission.SEE_PEOPLE)
    View list(@org.springframework.web.bind.annotation.PathVariable String sort, Visitor visitor) {
        var now = clock.instant();
        var zone = visitor.community().zone();
        var which = Sort.valueOf(sort.toUpperCase(java.util.Locale.ROOT));
        var who =
                switch (which) {
                    case NEW -> movements.fresh(now, LISTED);
                    case BACK -> movements.back(now, zone, LISTED);
                    case QUIET -> movements.quiet(now, zone, LISTED);
                };
        var group = group(which, who, new When(now, visitor.locale(), visitor.zone()), visitor);
        return html.render(
                "today/people", new Behind(frames.desk(which.title, which.words), group));
    }

    private static String profile(Visitor visitor, long member) {
        return "/c/" + visitor.community().slug() + "/people/" + member;
    }

    private String lede(Instant now, boolean empty, Visitor visitor) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(visitor.locale());
        var today = date.format(now.atZone(visitor.zone())) + ". ";
        var before = visitor.seenBefore();
        if (empty || before == null) {
            return today + "Good to have you here, " + visitor.name() + ".";
        }
        var news = talk.since(before);
        var came = movements.came(before);
        var when = new When(now, visitor.locale(), visitor.zone()).words(before);
        return today
                + (news.activities() == 0 && came == 0
                        ? "Nothing new since you were here (%s).".formatted(when)
                        : "Since you were here (%s): %s, %s, %s."
                                .formatted(
                                        when,
                                        many(
                                                news.activities(),
                                                "thing people did",
                                                "things people did",
                                                visitor),
                                        many(came, "new person", "new people", visitor),
                                        many(
                                                news.questions(),
                                                "new question",
                                                "new questions",
                                                visitor)));
    }

    private static String many(long number, String one, String more, Visitor visitor) {
        var numbers = NumberFormat.getIntegerInstance(visitor.locale());
        return number > 10_000
                ? "more than " + numbers.format(10_000) + " " + more
                : number == 1 ? "1 " + one : numbers.format(number) + " " + more;
    }
}
