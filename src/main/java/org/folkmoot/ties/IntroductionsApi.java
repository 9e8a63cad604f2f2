package org.folkmoot.ties;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who should know whom, for programs.
@RestController
@Needs(Permission.SEE_PEOPLE)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class IntroductionsApi {

    private final Introductions introductions;
    private final Moves moves;
    private final Clock clock;

    IntroductionsApi(Introductions introductions, Moves moves, Clock clock) {
        this.introductions = introductions;
        this.moves = moves;
        this.clock = clock;
    }

    record Told(
            long id,
            String kind,
            long one,
            String oneName,
            long other,
            String otherName,
            String reason,
            String message,
            String state,
            Instant since,
            String by,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            boolean seenAnswered) {}

    /// @param message instead of the draft; null to leave it
    record Wish(String state, @Nullable String message) {}

    @GetMapping("/introductions")
    TiesApi.Page<Told> list(
            Visitor visitor,
            @RequestParam(defaultValue = "suggested") String state,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var reader = Reader.of(visitor, clock);
        var found =
                introductions.list(
                        List.of(Introduction.State.of(state)),
                        member,
                        TiesApi.number(cursor, Long.MAX_VALUE - 1),
                        TiesApi.usable(limit));
        return new TiesApi.Page<>(
                found.stream().map(i -> told(i, reader)).toList(),
                found.size() < limit ? null : Long.toString(found.getLast().id()));
    }

    @PutMapping("/introductions/{id}/state")
    @Needs(Permission.EDIT_PEOPLE)
    Told move(Visitor visitor, @PathVariable long id, @RequestBody Wish wish) {
        moves.move(id, Introduction.State.of(wish.state()), wish.message());
        return told(introductions.get(id), Reader.of(visitor, clock));
    }

    private static Told told(Introduction i, Reader reader) {
        return new Told(
                i.id(),
                i.kind().key(),
                i.one().member(),
                reader.name(i.one().name()),
                i.other().member(),
                reader.name(i.other().name()),
                i.reason(),
                i.draft(),
                i.state().key(),
                i.since(),
                i.by(),
                i.sentAt(),
                i.answeredAt(),
                i.seenAnswered());
    }
}
