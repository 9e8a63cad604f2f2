package org.folkmoot.sources.figures;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What platforms count of themselves, for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/sources/{id}/figures",
        produces = MediaType.APPLICATION_JSON_VALUE)
class FiguresApi {

    private static final int MOST = 1_000;

    private final Figures figures;
    private final Sources sources;

    FiguresApi(Figures figures, Sources sources) {
        this.figures = figures;
        this.sources = sources;
    }

    record One(LocalDate day, String name, Map<String, String> of, BigDecimal value) {}

    /// @param next the `cursor` of the next page, null on the last
    record Page(List<One> items, @Nullable String next) {}

    @GetMapping
    Page list(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "1970-01-01") String from,
            @RequestParam(defaultValue = "9999-12-31") String to,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "500") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable("A limit is 1 to %d.".formatted(MOST));
        }
        var asked = new Figures.Asked(day(from), day(to), name, after(cursor));
        var page = figures.page(sources.get(id).id(), asked, limit);
        return new Page(
                page.stream().map(f -> new One(f.day(), f.name(), f.of(), f.value())).toList(),
                page.size() < limit ? null : cursor(page.getLast()));
    }

    private static String cursor(Figures.One last) {
        return "%s/%s/%s".formatted(last.day(), last.hash(), last.name());
    }

    private static Figures.After after(String cursor) {
        if (cursor.isEmpty()) {
            return Figures.After.NONE;
        }
        var parts = cursor.split("/", 3);
        if (parts.length < 3 || !parts[1].matches("[0-9a-f]{64}")) {
            throw new Refusal.Unusable("This cursor is damaged: begin without one.");
        }
        return new Figures.After(day(parts[0]), parts[2], parts[1]);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal.Unusable("A day is written 2026-01-31.");
        }
    }
}
