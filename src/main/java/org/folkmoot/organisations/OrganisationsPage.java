package org.folkmoot.organisations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.organisations.Directory.Asked;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// For whom the people work: the organisations that the team keeps, and the names that profiles
/// have beside.
@Controller
@Needs(Permission.SEE_PEOPLE)
class OrganisationsPage {

    private static final int PAGE = 50;
    private static final int LONGEST = 200;
    private static final int MOST_ROWS = 100_000;

    private final Directory directory;
    private final Trail trail;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    OrganisationsPage(Directory directory, Trail trail, Frames frames, Html html, Clock clock) {
        this.directory = directory;
        this.trail = trail;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param exports whether the reader may take the list along
    /// @param none whether nobody works anywhere yet
    record Listing(
            Desk desk,
            Reader reader,
            Asked asked,
            List<Directory.Entry> organisations,
            Pager pager,
            boolean exports,
            boolean none) {

        /// The same list, all of it or those kept alone.
        String list(boolean kept) {
            return address(reader.path(""), new Asked(asked.words(), kept), 1);
        }

        String csv() {
            return address(reader.path(".csv"), asked, 1);
        }
    }

    @GetMapping("/c/{slug}/organisations")
    View list(
            Visitor visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "1") int page) {
        var reader = Reader.of(visitor, clock);
        var asked = asked(q, kept);
        var turn = Math.clamp(page, 1, 20_000);
        var found = directory.page(asked, (turn - 1) * PAGE, PAGE + 1, clock.instant());
        var count = directory.count(asked);
        var path = reader.path("");
        var shown = found.stream().limit(PAGE).toList();
        return html.render(
                "organisations/organisations",
                new Listing(
                        frames.desk("Organisations", lede(count, reader)),
                        reader,
                        asked,
                        shown,
                        new Pager(
                                shown.isEmpty()
                                        ? "None here"
                                        : "%s to %s of %s"
                                                .formatted(
                                                        reader.number((turn - 1) * PAGE + 1),
                                                        reader.number(
                                                                (turn - 1) * PAGE + shown.size()),
                                                        reader.number(count.all())),
                                turn == 1 ? null : address(path, asked, turn - 1),
                                found.size() > PAGE ? address(path, asked, turn + 1) : null),
                        visitor.may(Permission.EXPORT),
                        count.all() == 0 && asked.words().isEmpty() && !asked.kept()));
    }

    private static Asked asked(String q, String kept) {
        var clean = q.replace("\0", "").strip();
        return new Asked(clean.substring(0, Math.min(LONGEST, clean.length())), kept.equals("yes"));
    }

    private static String lede(Directory.Count count, Reader reader) {
        return count.all() == 0
                ? ""
                : "%s of %s, %s kept by the team."
                        .formatted(
                                reader.many(count.people()),
                                count.all() == 1
                                        ? "one organisation"
                                        : reader.number(count.all()) + " organisations",
                                count.kept() == count.all() && count.all() > 1
                                        ? "all of them"
                                        : reader.number(count.kept()));
    }

    private static String address(String path, Asked asked, int page) {
        return path
                + "?q="
                + Reader.encoded(asked.words())
                + (asked.kept() ? "&kept=yes" : "")
                + (page > 1 ? "&page=" + page : "");
    }

    /// The same as a table for a spreadsheet.
    @GetMapping("/c/{slug}/organisations.csv")
    @Needs(Permission.EXPORT)
    void csv(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kept)
            throws IOException {
        var rows = directory.page(asked(q, kept), 0, MOST_ROWS, clock.instant());
        trail.record("organisations exported", "organisations", null, Map.of("rows", rows.size()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-organisations.csv\""
                        .formatted(visitor.community().slug()));
        var out = response.getWriter();
        out.write("\uFEFFid,name,staff,people,active_30_days,last_active,domains\r\n");
        for (var row : rows) {
            out.write(
                    "%s,%s,%s,%d,%d,%s,%s\r\n"
                            .formatted(
                                    text(row.id()),
                                    safe(row.name()),
                                    row.staff() ? "yes" : "no",
                                    row.people(),
                                    row.active(),
                                    text(row.lastSeen()),
                                    safe(String.join(" ", row.domains()))));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// Quoted, and never a formula: a spreadsheet that opens it runs nothing.
    private static String safe(String text) {
        var harmless =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
