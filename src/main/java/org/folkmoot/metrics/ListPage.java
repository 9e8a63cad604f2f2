package org.folkmoot.metrics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The list behind a number: the very people and threads it counts.
@Controller
@Needs(Permission.SEE_NUMBERS)
class ListPage {

    private final Lists lists;
    private final CountedCriterion counted;
    private final Communities communities;
    private final Colleagues colleagues;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ListPage(
            Lists lists,
            CountedCriterion counted,
            Communities communities,
            Colleagues colleagues,
            Frames frames,
            Html html,
            Clock clock) {
        this.lists = lists;
        this.counted = counted;
        this.communities = communities;
        this.colleagues = colleagues;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What `metrics/list.jte` shows.
    ///
    /// @param choosing what may be done with rows; null where nothing may
    /// @param people the same list where people are tagged and saved as a segment; null if it is of
    ///     other things
    record Shown(
            Desk desk,
            List<Tab> tabs,
            Grid grid,
            @Nullable Choosing choosing,
            String note,
            Pager pager,
            String back,
            String csv,
            @Nullable String people) {}

    /// Tasks that may be written down for rows that are chosen.
    ///
    /// @param threads the post of each row
    /// @param team whose task it may be
    /// @param verb what is to be done: "Answer"
    /// @param authors whether a task may name who wrote
    /// @param here this page, to return to
    record Choosing(
            List<Long> threads,
            List<Colleagues.Colleague> team,
            String verb,
            boolean authors,
            String here) {}

    @GetMapping("/c/{slug}/health/{section}/list")
    View show(
            @PathVariable String section,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> query,
            Visitor visitor) {
        var behind = allowed(Behind.of(section, which), visitor);
        var ask = Ask.of(communities.here(), query, clock.instant());
        var figures = new Figures(visitor.locale());
        var listing = lists.page(behind, ask, Listing.Page.of(page), figures);
        var tabs =
                Behind.of(section).stream()
                        .map(b -> new Tab(b.title(), b.href(ask), "", b == behind))
                        .toList();
        return html.render(
                "metrics/list",
                new Shown(
                        frames.desk(behind.title(), HealthPage.lede(ask, visitor.locale())),
                        tabs,
                        new Grid(
                                behind.which(),
                                behind.title(),
                                behind.heads(),
                                listing.rows().stream().map(ListCells.Shown::cells).toList()),
                        behind.texts()
                                        && visitor.may(Permission.EDIT_PEOPLE)
                                        && !listing.rows().isEmpty()
                                ? choosing(behind, ask, listing)
                                : null,
                        behind.note(),
                        pager(behind, ask, listing, figures),
                        "/c/%s/health?%s#%s"
                                .formatted(ask.community().slug(), ask.query(), section),
                        behind.href(ask).replace("/list?", "/list.csv?"),
                        counted.address(behind, ask)
                                .map(q -> "/c/%s/people?%s".formatted(ask.community().slug(), q))
                                .orElse(null)));
    }

    @GetMapping("/c/{slug}/health/{section}/list.csv")
    void download(
            @PathVariable String section,
            @RequestParam(defaultValue = "") String which,
            @RequestParam Map<String, String> query,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        var behind = allowed(Behind.of(section, which), visitor);
        var ask = Ask.of(communities.here(), query, clock.instant());
        Download.stream(
                response,
                "%s-%s-%s".formatted(section, behind.which(), ask.window().last()),
                behind.heads(),
                row -> lists.each(behind, ask, new Figures(Locale.ROOT), row));
    }

    private Choosing choosing(Behind behind, Ask ask, Listing<ListCells.Shown> listing) {
        return new Choosing(
                listing.rows().stream().map(ListCells.Shown::thread).toList(),
                colleagues.all(),
                behind.ofAnswers() ? "Answer" : "Look into",
                !behind.toned(),
                behind.href(ask) + "&page=" + listing.number());
    }

    private static Behind allowed(Behind behind, Visitor visitor) {
        var needed = behind.texts() ? Permission.SEE_ACTIVITY : Permission.SEE_PEOPLE;
        if (!visitor.may(needed)) {
            throw new Refusal.NotAllowed(needed.words());
        }
        return behind;
    }

    private static Pager pager(Behind behind, Ask ask, Listing<?> listing, Figures figures) {
        int page = listing.number();
        long first = (page - 1L) * Listing.Page.SIZE + 1;
        var words =
                listing.rows().isEmpty()
                        ? "Nothing here"
                        : "%s to %s%s"
                                .formatted(
                                        figures.count(first),
                                        figures.count(first + listing.rows().size() - 1),
                                        listing.more() ? ", and more" : "");
        return new Pager(
                words,
                page == 1 ? null : behind.href(ask) + "&page=" + (page - 1),
                listing.more() ? behind.href(ask) + "&page=" + (page + 1) : null);
    }
}
