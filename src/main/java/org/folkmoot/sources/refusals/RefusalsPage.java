package org.folkmoot.sources.refusals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.sources.Sources;
import org.folkmoot.web.CsvDownload;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What a connection brought that could not be used, for people and as a file.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections/{id}")
class RefusalsPage {

    private static final int ROWS = 50;

    private final Refusals refusals;
    private final Sources sources;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    RefusalsPage(Refusals refusals, Sources sources, Frames frames, Html html, Clock clock) {
        this.refusals = refusals;
        this.sources = sources;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What `refusals.jte` shows.
    ///
    /// @param back the address of the connection
    /// @param next the address of the rows before these, or null
    record All(Desk desk, String back, List<Refusals.Row> rows, @Nullable String next, When when) {}

    @GetMapping("/refused")
    View all(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var source = sources.get(id);
        var found = refusals.page(id, before, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var back = "/c/%s/connections/%d".formatted(visitor.community().slug(), id);
        return html.render(
                "sources/refusals/refusals",
                new All(
                        frames.desk(
                                "What could not be used",
                                "From %s. Nothing else was held up by it."
                                        .formatted(source.name())),
                        back,
                        shown,
                        found.size() > ROWS
                                ? back + "/refused?before=" + shown.getLast().id()
                                : null,
                        new When(clock.instant(), visitor.locale(), visitor.zone())));
    }

    @GetMapping("/refused.csv")
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        var source = sources.get(id).id();
        CsvDownload.send(
                response,
                "not-usable-" + source,
                List.of("at", "reason", "row"),
                row -> refusals.each(source, r -> row.of(r.at().toString(), r.reason(), r.raw())));
    }
}
