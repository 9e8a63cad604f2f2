package org.folkmoot.members;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Person;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The lists of people that were given a name, and for each who came into it and who went lately.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/segments")
class SegmentsPage {

    private static final int MOVES = 100;

    private final Segments segments;
    private final SegmentMoves moves;
    private final Criteria criteria;
    private final Sentences sentences;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    SegmentsPage(
            Segments segments,
            SegmentMoves moves,
            Criteria criteria,
            Sentences sentences,
            Frames frames,
            Html html,
            Clock clock) {
        this.segments = segments;
        this.moves = moves;
        this.criteria = criteria;
        this.sentences = sentences;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// A segment as it is shown.
    ///
    /// @param sentence who is in it, in words
    /// @param address of its people; null if it cannot be asked any more
    /// @param people how many there were last; empty: not counted yet
    record Line(Segment segment, String sentence, @Nullable String address, String people) {}

    record Shelf(Desk desk, When when, List<Line> lines, boolean edits) {

        String path(Segment segment, String below) {
            return desk.home() + "/segments/" + segment.id() + below;
        }
    }

    record Move(Person person, boolean entered, java.time.Instant at) {}

    record One(
            Desk desk,
            When when,
            Line line,
            String text,
            List<Move> moves,
            boolean edits,
            boolean exports) {

        String path(String below) {
            return desk.home() + "/segments/" + line.segment().id() + below;
        }

        String people(String below) {
            var address = line.address();
            return desk.home()
                    + "/people"
                    + below
                    + (address == null || address.isEmpty() ? "" : "?" + address);
        }
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    View list(Visitor visitor) {
        var all = segments.all().stream().map(s -> line(s, visitor.locale())).toList();
        var lede =
                all.isEmpty()
                        ? ""
                        : all.size() == 1
                                ? "One list of people with a name."
                                : "%d lists of people with names.".formatted(all.size());
        return html.render(
                "members/segments",
                new Shelf(
                        frames.desk("Segments", lede),
                        when(visitor),
                        all,
                        visitor.may(Permission.EDIT_PEOPLE)));
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_PEOPLE)
    View one(Visitor visitor, @PathVariable long id) {
        var line = line(segments.get(id), visitor.locale());
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var path = "/c/" + visitor.community().slug() + "/people";
        return html.render(
                "members/segment",
                new One(
                        frames.desk(
                                line.segment().name(),
                                line.people().isEmpty()
                                        ? "Being counted: " + line.sentence()
                                        : line.people() + ": " + line.sentence()),
                        when(visitor),
                        line,
                        text(line.segment()),
                        contacts || !tellsContacts(line.segment())
                                ? moves.latest(id, MOVES).stream()
                                        .map(m -> move(m, path, contacts))
                                        .toList()
                                : List.of(),
                        visitor.may(Permission.EDIT_PEOPLE),
                        visitor.may(Permission.EXPORT)));
    }

    private static Move move(SegmentMoves.Named m, String path, boolean contacts) {
        var at = path + "/" + m.member();
        return new Move(
                new Person(Wording.name(m.name(), contacts), at, at + "/card", List.of(), ""),
                m.entered(),
                m.at());
    }

    private boolean tellsContacts(Segment segment) {
        try {
            return criteria.tellsContacts(segment.query(criteria).whole());
        } catch (Refusal e) {
            return true;
        }
    }

    private String text(Segment segment) {
        try {
            return segment.query(criteria).whole().text();
        } catch (Refusal e) {
            return segment.address();
        }
    }

    private Line line(Segment segment, Locale locale) {
        var people =
                segment.people() == null
                        ? ""
                        : new Wording(locale).people(new People.Count(segment.people(), true));
        try {
            var query = segment.query(criteria);
            return new Line(segment, sentences.of(query, locale), query.address(), people);
        } catch (Refusal e) {
            return new Line(segment, String.valueOf(e.getMessage()), null, people);
        }
    }

    @PostMapping
    View save(Visitor visitor, @RequestParam("segment") String name, @RequestParam String query) {
        segments.save(name, PeopleQuery.of(query, criteria));
        frames.say(Flash.good("The segment %s is saved.".formatted(name.strip())));
        return back(visitor);
    }

    @PostMapping("/{id}/name")
    View rename(Visitor visitor, @PathVariable long id, @RequestParam("segment") String name) {
        var before = segments.get(id).name();
        segments.rename(id, name);
        frames.say(
                Flash.undoable(
                        "The segment is now called %s.".formatted(name.strip()),
                        "/c/%s/segments/%d/name?segment=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        id,
                                        PeopleQuery.encoded(before))));
        return back(visitor);
    }

    @PostMapping("/{id}/removal")
    View delete(Visitor visitor, @PathVariable long id) {
        var gone = segments.delete(id);
        frames.say(
                Flash.undoable(
                        "The segment %s is deleted.".formatted(gone.name()),
                        "/c/%s/segments/%d/restoring".formatted(visitor.community().slug(), id)));
        return back(visitor);
    }

    @PostMapping("/{id}/restoring")
    View restore(Visitor visitor, @PathVariable long id) {
        var segment = segments.restore(id);
        frames.say(Flash.good("The segment %s is back.".formatted(segment.name())));
        return back(visitor);
    }

    private When when(Visitor visitor) {
        return new When(clock.instant(), visitor.locale(), visitor.zone());
    }

    private static View back(Visitor visitor) {
        return new RedirectView("/c/" + visitor.community().slug() + "/segments");
    }
}
