package org.folkmoot.listening;

import java.time.Instant;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.activity.AnsweredBefore;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was asked before and what is nearly the same, for programs.
@RestController
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class AlikeApi {

    private static final int MOST = 25;

    private final Beginnings beginnings;
    private final AnsweredBefore answered;
    private final Twins twins;

    AlikeApi(Beginnings beginnings, AnsweredBefore answered, Twins twins) {
        this.beginnings = beginnings;
        this.answered = answered;
        this.twins = twins;
    }

    record Before(List<AnsweredBefore.Earlier> items) {}

    record Alikes(boolean more, List<Told> items) {}

    record Told(
            String words,
            int posts,
            int people,
            int places,
            Instant first,
            Instant last,
            List<Post> shown) {}

    record Post(long activity, @Nullable String by, @Nullable String place, Instant at) {}

    @GetMapping("/threads/{id}/answered-before")
    Before before(@PathVariable long id, @RequestParam(defaultValue = "5") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable("Ask for 1 to %d conversations.".formatted(MOST));
        }
        if (beginnings.of(id).isEmpty()) {
            throw new Refusal.NotFound("This thread");
        }
        return new Before(answered.of(List.of(id), limit).getOrDefault(id, List.of()));
    }

    @GetMapping("/listening/alike")
    Alikes alike(@RequestParam(defaultValue = "30") int window) {
        var found = twins.of(ThemesPage.usable(window));
        return new Alikes(
                found.more(),
                found.groups().stream()
                        .map(
                                g ->
                                        new Told(
                                                g.words(),
                                                g.posts(),
                                                g.people(),
                                                g.places(),
                                                g.first(),
                                                g.last(),
                                                g.shown().stream()
                                                        .map(
                                                                s ->
                                                                        new Post(
                                                                                s.activity(),
                                                                                s.by(),
                                                                                s.place(),
                                                                                s.at()))
                                                        .toList()))
                        .toList());
    }
}
