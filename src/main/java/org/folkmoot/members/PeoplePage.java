package org.folkmoot.members;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Filter;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Person;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Everybody, or those a filter leaves: the list from which all work with people starts.
@Controller
@Needs(Permission.SEE_PEOPLE)
class PeoplePage {

    private static final int PAGE = 50;

    private final People people;
    private final Sentences sentences;
    private final Criteria criteria;
    private final Facets facets;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    PeoplePage(
            People people,
            Sentences sentences,
            Criteria criteria,
            Facets facets,
            Frames frames,
            Html html,
            Clock clock) {
        this.people = people;
        this.sentences = sentences;
        this.criteria = criteria;
        this.facets = facets;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param empty whether there is nobody in the community at all
    record Listing(
            Desk desk,
            When when,
            Wording wording,
            PeopleQuery query,
            List<Filter> pills,
            List<Line> lines,
            Pager pager,
            String words,
            Choices choices,
            boolean empty,
            boolean edits,
            boolean exports,
            boolean imports) {

        String path(String below) {
            return desk.home() + "/people" + below;
        }

        /// The same list in another order, or exported.
        String list(String below, String address) {
            return address.isEmpty() ? path(below) : path(below) + "?" + address;
        }

        @Nullable String ordered(PeopleSort sort) {
            return query.sort() == sort ? sort.direction() : null;
        }

        List<PeopleQuery.Param> kept(String... besides) {
            var out = List.of(besides);
            return query.params().stream().filter(p -> !out.contains(p.name())).toList();
        }
    }

    record Line(Person person, People.Row row) {}

    /// What may be filtered by.
    record Choices(List<String> platforms, List<String> kinds, List<String> tags) {}

    @GetMapping("/c/{slug}/people")
    View list(
            Visitor visitor,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(required = false) @Nullable String page) {
        var query = PeopleQuery.of(params, criteria);
        var path = "/c/" + visitor.community().slug() + "/people";
        if (params.values().stream().anyMatch(v -> v.contains(""))) {
            return new RedirectView(address(path, query)); // a form sends also what was left empty
        }
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var hits = people.search(query.q(), contacts);
        var slice =
                people.page(
                        query, hits, page == null || page.isEmpty() ? null : Cursor.of(page), PAGE);
        var count = people.count(query, hits);
        var wording = new Wording(visitor.locale());
        var lines =
                slice.rows().stream().map(row -> new Line(chip(row, path, contacts), row)).toList();
        var words = sentences.lede(count, query, visitor.locale());
        return html.render(
                "members/people",
                new Listing(
                        frames.desk("People", words),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        wording,
                        query,
                        sentences.pills(query, path, visitor.locale()),
                        lines,
                        new Pager(
                                shown(wording, lines.size(), count),
                                turn(path, query, slice.before()),
                                turn(path, query, slice.after())),
                        words,
                        new Choices(facets.platforms(), facets.kinds(), facets.tags()),
                        lines.isEmpty() && query.everyone() && page == null,
                        visitor.may(Permission.EDIT_PEOPLE),
                        visitor.may(Permission.EXPORT) && contacts,
                        visitor.may(Permission.IMPORT)));
    }

    static Person chip(People.Row row, String path, boolean contacts) {
        var note =
                switch (row.role()) {
                    case "staff" -> "staff";
                    case "bot" -> "bot";
                    default -> row.leftAt() != null ? "left" : "";
                };
        return new Person(
                Wording.name(row.name(), contacts),
                path + "/" + row.id(),
                path + "/" + row.id() + "/card",
                List.of(),
                note,
                row.face() == null
                        ? null
                        : path.substring(0, path.lastIndexOf('/')) + "/faces/" + row.face());
    }

    private static String shown(Wording wording, int many, People.Count count) {
        return many == count.people() && count.exact()
                ? wording.people(count)
                : "%s of %s".formatted(wording.number(many), wording.people(count));
    }

    private static @Nullable String turn(String path, PeopleQuery query, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var address = query.address();
        return path + "?" + (address.isEmpty() ? "" : address + "&") + "page=" + cursor;
    }

    private static String address(String path, PeopleQuery query) {
        var address = query.address();
        return address.isEmpty() ? path : path + "?" + address;
    }
}
