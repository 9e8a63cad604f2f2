package org.folkmoot.organisations;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Organisations, for programs. Their people are members with the filter `organisation`.
@RestController
@Needs(Permission.SEE_PEOPLE)
@RequestMapping(
        path = "/api/v1/communities/{slug}/organisations",
        produces = MediaType.APPLICATION_JSON_VALUE)
class OrganisationsApi {

    private static final int MOST = 500;

    private final Organisations organisations;
    private final OrganisationRows rows;
    private final Mergers mergers;
    private final Roots roots;
    private final Directory directory;
    private final Workforce workforce;
    private final Clock clock;

    OrganisationsApi(
            Organisations organisations,
            OrganisationRows rows,
            Mergers mergers,
            Roots roots,
            Directory directory,
            Workforce workforce,
            Clock clock) {
        this.organisations = organisations;
        this.rows = rows;
        this.mergers = mergers;
        this.roots = roots;
        this.directory = directory;
        this.workforce = workforce;
        this.clock = clock;
    }

    /// @param next cursor of the page that follows; null on the last
    record Page(List<Directory.Entry> items, @Nullable String next) {}

    record Into(long into) {}

    record Step(long step) {}

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean kept,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        var skip = skip(cursor);
        var asked = new Directory.Asked(q.replace("\0", "").strip(), kept);
        var found = directory.page(asked, skip, limit + 1, clock.instant());
        return new Page(
                found.stream().limit(limit).toList(),
                found.size() > limit ? Integer.toString(skip + limit) : null);
    }

    private static int skip(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Math.clamp(Long.parseLong(cursor), 0, 10_000_000);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("This cursor cannot be read. Begin without one.");
        }
    }

    @GetMapping("/{id}")
    OrganisationJson one(Visitor visitor, @PathVariable long id) {
        var present = roots.present(id);
        return OrganisationJson.of(
                visitor.community().slug(),
                new Organisation(present, rows.draft(present), roots.joined(List.of(present))),
                workforce);
    }

    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationJson create(Visitor visitor, @RequestBody OrganisationJson.Written written) {
        return one(visitor, organisations.create(written.form(), false));
    }

    @PutMapping("/{id}")
    @Needs(Permission.EDIT_PEOPLE)
    OrganisationJson change(
            Visitor visitor, @PathVariable long id, @RequestBody OrganisationJson.Written written) {
        return one(visitor, organisations.change(id, written.form()).id());
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        organisations.remove(id);
    }

    @PostMapping("/{id}/merge")
    @Needs(Permission.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.CREATED)
    Step merge(@PathVariable long id, @RequestBody Into into) {
        return new Step(mergers.merge(id, into.into()));
    }

    @DeleteMapping("/merges/{step}")
    @Needs(Permission.EDIT_PEOPLE)
    OrganisationJson part(Visitor visitor, @PathVariable long step) {
        return one(visitor, mergers.unmerge(step));
    }
}
