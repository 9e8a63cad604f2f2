package org.folkmoot.listening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What people ask for and complain of, for programs.
@RestController
@Needs(Permission.SEE_ACTIVITY)
class ThemesApi {

    private final Reading reading;
    private final ThemeChanges changes;

    ThemesApi(Reading reading, ThemeChanges changes) {
        this.reading = reading;
        this.changes = changes;
    }

    /// @param running whether themes are looked for at the moment
    /// @param last the last day of the window they were found in; null before the first time
    /// @param alone posts in no theme, of `posts`
    record Found(
            boolean running,
            @Nullable LocalDate last,
            @Nullable Instant at,
            int posts,
            long alone,
            List<Told> items) {}

    record Told(
            long id,
            String label,
            @Nullable String name,
            boolean pinned,
            boolean ignored,
            long posts,
            long people,
            long peopleBefore,
            long newcomers,
            List<Theme.Sample> samples) {}

    @GetMapping(
            path = "/api/v1/communities/{slug}/themes",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Found list(
            @RequestParam(defaultValue = "questions") String about,
            @RequestParam(defaultValue = "90") int window) {
        var shelf = Shelf.of(about);
        var read = reading.of(shelf, ThemesPage.usable(window));
        var run = read.run();
        return new Found(
                run == null || run.running(),
                run == null ? null : run.last(),
                run == null ? null : run.at(),
                run == null ? 0 : run.posts(),
                read.alone(),
                read.themes().stream()
                        .filter(t -> t.people() >= shelf.people())
                        .map(
                                t ->
                                        new Told(
                                                t.id(),
                                                t.label(),
                                                t.name(),
                                                t.pinned(),
                                                t.ignored(),
                                                t.posts(),
                                                t.people(),
                                                t.peopleBefore(),
                                                t.newcomers(),
                                                t.samples()))
                        .toList());
    }

    /// What is to be otherwise; null leaves it.
    ///
    /// @param name empty to go by its words again
    /// @param into what its posts are to count for; 0 to stand alone again
    record Wish(
            @Nullable String name,
            @Nullable Boolean pinned,
            @Nullable Boolean ignored,
            @Nullable Long into) {}

    @PatchMapping("/api/v1/communities/{slug}/themes/{id}")
    @Needs(Permission.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Visitor visitor, @PathVariable long id, @RequestBody Wish wish) {
        Reader.mayRead(visitor);
        changes.all(id, wish.name(), wish.pinned(), wish.ignored(), wish.into());
    }
}
