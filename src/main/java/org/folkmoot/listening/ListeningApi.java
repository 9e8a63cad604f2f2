package org.folkmoot.listening;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What people say of posts, for programs.
@RestController
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping("/api/v1/communities/{slug}/listening")
class ListeningApi {

    private static final int MOST = 500;

    private final Corrections corrections;
    private final CorrectedPosts posts;

    ListeningApi(Corrections corrections, CorrectedPosts posts) {
        this.corrections = corrections;
        this.posts = posts;
    }

    record Told(
            long activity,
            String words,
            @Nullable String sounds,
            @Nullable Boolean asks,
            String by,
            Instant at) {}

    record Page(List<Told> items, @Nullable String next) {}

    /// @param sounds null to leave it as it was read
    record Wish(@Nullable String sounds, @Nullable Boolean asks) {}

    @GetMapping(path = "/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
    Page list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable("A page has 1 to %d items.".formatted(MOST));
        }
        var from = Cursor.of(cursor);
        var rows = posts.list(from.at(), from.id(), limit);
        return new Page(
                rows.stream()
                        .map(
                                c ->
                                        new Told(
                                                c.activity(),
                                                c.words(),
                                                c.said().mood() == null ? null : c.said().sounds(),
                                                c.said().asks(),
                                                c.by(),
                                                c.at()))
                        .toList(),
                rows.size() < limit ? null : Cursor.after(rows));
    }

    /// Says exactly this of a post.
    @PutMapping("/corrections/{activity}")
    @Needs(Permission.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(Visitor visitor, @PathVariable long activity, @RequestBody Wish wish) {
        Reader.mayRead(visitor);
        var asks = wish.asks();
        corrections.say(
                activity,
                Said.of(
                        wish.sounds() == null ? "" : wish.sounds(),
                        asks == null ? "" : asks ? "yes" : "no"));
    }

    @DeleteMapping("/corrections/{activity}")
    @Needs(Permission.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Visitor visitor, @PathVariable long activity) {
        Reader.mayRead(visitor);
        corrections.say(activity, Said.NOTHING);
    }

    @GetMapping("/training")
    @Needs(Permission.EXPORT)
    void training(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam(defaultValue = "tone") String of)
            throws IOException {
        TrainingFile.write(Lesson.of(of), visitor, posts, response);
    }
}
