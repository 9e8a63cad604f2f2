package org.folkmoot.sources.comparing;

import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is here beside what the platform has, for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/sources/{id}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class ComparingApi {

    private final Comparing comparing;
    private final Sources sources;
    private final Totals totals;
    private final Advancing advancing;

    ComparingApi(Comparing comparing, Sources sources, Totals totals, Advancing advancing) {
        this.comparing = comparing;
        this.sources = sources;
        this.totals = totals;
        this.advancing = advancing;
    }

    record Page(List<Compared> items, @Nullable String next) {}

    @GetMapping("/totals")
    Page last(@PathVariable long id) {
        return new Page(totals.of(sources.get(id).id()), null);
    }

    @PostMapping("/totals")
    Page compare(@PathVariable long id) {
        return new Page(comparing.compare(id), null);
    }

    /// How far it is, when it will probably be done, and what the platform still allows.
    @GetMapping("/progress")
    Advance progress(@PathVariable long id) {
        return advancing.of(id);
    }

    @PostMapping("/rehearsal")
    Rehearsal rehearse(@PathVariable long id) {
        return comparing.rehearse(id);
    }
}
