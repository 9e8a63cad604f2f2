package org.folkmoot.members;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The lists of people that were given a name.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/segments")
class SegmentsPage {

    private final Segments segments;
    private final Criteria criteria;
    private final Sentences sentences;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    SegmentsPage(
            Segments segments,
            Criteria criteria,
            Sentences sentences,
            Frames frames,
            Html html,
            Clock clock) {
        this.segments = segments;
        this.criteria = criteria;
        this.sentences = sentences;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Shelf(
            Desk desk,
            When when,
            List<Segments.Segment> segments,
            List<String> sentences,
            boolean edits) {

        Shelf {
            segments = List.copyOf(segments);
            sentences = List.copyOf(sentences);
        }

        String path(Segments.Segment segment, String below) {
            return desk.home() + "/segments/" + segment.id() + below;
        }

        String people(Segments.Segment segment) {
            var address = segment.query().address();
            return desk.home() + "/people" + (address.isEmpty() ? "" : "?" + address);
        }
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    View list(Visitor visitor) {
        var all = segments.all();
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
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        all,
                        all.stream().map(s -> sentences.of(s.query(), visitor.locale())).toList(),
                        visitor.may(Permission.EDIT_PEOPLE)));
    }

    @PostMapping
    View save(Visitor visitor, @RequestParam("segment") String name, @RequestParam String query) {
        segments.save(name, PeopleQuery.of(query, criteria));
        frames.say(Flash.good("The segment %s is saved.".formatted(name.strip())));
        return back(visitor);
    }

    @PostMapping("/{id}/name")
    View rename(Visitor visitor, @PathVariable long id, @RequestParam("segment") String name) {
        segments.rename(id, name);
        frames.say(Flash.good("The segment is now called %s.".formatted(name.strip())));
        return back(visitor);
    }

    @PostMapping("/{id}/removal")
    View delete(Visitor visitor, @PathVariable long id) {
        var gone = segments.delete(id);
        frames.say(
                Flash.undoable(
                        "The segment %s is deleted.".formatted(gone.name()),
                        "/c/%s/segments?segment=%s&query=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        PeopleQuery.encoded(gone.name()),
                                        PeopleQuery.encoded(gone.query().address()))));
        return back(visitor);
    }

    private static View back(Visitor visitor) {
        return new RedirectView("/c/" + visitor.community().slug() + "/segments");
    }
}
