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
import org.folkmoot.access.PagePart.Place;
import org.folkmoot.access.PageParts;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.AnsweredBefore;
import org.folkmoot.activity.Talk;
import org.folkmoot.connectors.Imports;
import org.folkmoot.members.Identities;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Part;
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

    private final Talk talk;
    private final AnsweredBefore answered;
    private final Movements movements;
    private final Newcomers newcomers;
    private final Imports imports;
    private final Identities identities;
    private final PageParts parts;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TodayPage(
            Talk talk,
            AnsweredBefore answered,
            Movements movements,
            Newcomers newcomers,
            Imports imports,
            Identities identities,
            PageParts parts,
            Frames frames,
            Html html,
            Clock clock) {
        this.talk = talk;
        this.answered = answered;
        this.movements = movements;
        this.newcomers = newcomers;
        this.imports = imports;
        this.identities = identities;
        this.parts = parts;
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
    /// @param earlier where it may have been answered before; null when nothing is known
    record Waits(
            Talk.Waiting question,
            @Nullable Person who,
            AnsweredBefore.@Nullable Earlier earlier) {}

    /// @param empty nothing has been imported yet
    /// @param below what other modules have below who waits
    /// @param beside the same below the people
    record Today(
            Desk desk,
            When when,
            Visitor visitor,
            boolean empty,
            List<Waits> waiting,
            List<Newcomers.Group> people,
            List<Talk.Busy> busy,
            Health health,
            List<Part> below,
            List<Part> beside) {

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
                                ? newcomers.panels(when, visitor)
                                : List.of(),
                        reads ? talk.busiest(ROWS) : List.of(),
                        Health.of(imports.newest(1, Long.MAX_VALUE), imports.underWay()),
                        parts.of(Place.TODAY_WAITING, visitor),
                        parts.of(Place.TODAY_PEOPLE, visitor)));
    }

    private List<Waits> waiting(Visitor visitor) {
        var questions = talk.longestWaiting(ROWS);
        var faces =
                identities.faces(
                        questions.stream()
                                .map(Talk.Waiting::identity)
                                .filter(Objects::nonNull)
                                .toList());
        var earlier = answered.of(questions.stream().map(Talk.Waiting::thread).toList(), 1);
        return questions.stream()
                .map(
                        q ->
                                new Waits(
                                        q,
                                        asker(q, faces, visitor),
                                        earlier.containsKey(q.thread())
                                                ? earlier.get(q.thread()).getFirst()
                                                : null))
                .toList();
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
                        question.first() ? "first post" : "",
                        face.picture("/c/" + visitor.community().slug()));
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
