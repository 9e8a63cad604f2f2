package org.folkmoot.sources.refusals;

import java.time.Instant;
import java.util.List;
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

/// What a connection brought that could not be used, for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/sources/{id}/refused",
        produces = MediaType.APPLICATION_JSON_VALUE)
class RefusalsApi {

    private static final int MOST = 1_000;

    private final Refusals refusals;
    private final Sources sources;

    RefusalsApi(Refusals refusals, Sources sources) {
        this.refusals = refusals;
        this.sources = sources;
    }

    record One(Instant at, String reason, String row) {}

    /// The newest first.
    ///
    /// @param next the `cursor` of the next page, null on the last
    record Page(List<One> items, @Nullable String next) {}

    @GetMapping
    Page list(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable("A limit is 1 to %d.".formatted(MOST));
        }
        var rows = refusals.page(sources.get(id).id(), before(cursor), limit);
        return new Page(
                rows.stream().map(r -> new One(r.at(), r.reason(), r.raw())).toList(),
                rows.size() < limit ? null : Long.toString(rows.getLast().id()));
    }

    private static long before(String cursor) {
        if (cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new Refusal.Unusable("This cursor is damaged: begin without one.");
        }
        return Long.parseLong(cursor);
    }
}
