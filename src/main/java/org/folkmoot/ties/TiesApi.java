package org.folkmoot.ties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who knows whom and who should, for programs.
@RestController
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class TiesApi {

    private static final int MOST = 500;

    private final Ties ties;
    private final Scope.Painter painter;
    private final Introductions introductions;
    private final Clock clock;

    TiesApi(Ties ties, Scope.Painter painter, Introductions introductions, Clock clock) {
        this.ties = ties;
        this.painter = painter;
        this.introductions = introductions;
        this.clock = clock;
    }

    record Known(
            long member,
            String name,
            Tie.Way to,
            Tie.Way from,
            int threads,
            double strength,
            LocalDate last) {}

    /// @param next cursor of the next page; null at the end
    record Page<T>(List<T> items, @Nullable String next) {}

    record Person(
            long member,
            String name,
            String role,
            String organisation,
            String platform,
            int ties,
            double strength,
            int group,
            boolean bridge,
            double between) {}

    record Line(long one, long other, double strength) {}

    record Graph(List<Person> people, List<Line> ties) {}

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

    @GetMapping("/members/{id}/ties")
    Page<Known> of(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var reader = Reader.of(visitor, clock);
        if (ties.nodes(List.of(id)).isEmpty()) {
            throw new Refusal.NotFound("This person");
        }
        var after = (int) number(cursor, 0);
        var found = ties.of(id, reader.today(), usable(limit), after);
        return new Page<>(
                found.stream()
                        .map(
                                t ->
                                        new Known(
                                                t.member(),
                                                reader.name(t.name()),
                                                t.to(),
                                                t.from(),
                                                t.together(),
                                                t.weight(),
                                                t.last()))
                        .toList(),
                found.size() < limit ? null : Integer.toString(after + limit));
    }

    @GetMapping("/ties")
    Graph graph(
            Visitor visitor,
            @RequestParam(required = false) @Nullable Long around,
            @RequestParam(defaultValue = "1") int hops,
            @RequestParam(defaultValue = "500") int most) {
        var reader = Reader.of(visitor, clock);
        var picture = painter.paint(new Scope(around, hops, most), reader.today());
        var people = picture.people();
        return new Graph(
                people.stream()
                        .map(
                                p ->
                                        new Person(
                                                p.member(),
                                                reader.name(p.name()),
                                                p.role(),
                                                p.organisation(),
                                                p.platform(),
                                                p.ties(),
                                                p.strength(),
                                                p.group(),
                                                p.bridge(),
                                                p.between()))
                        .toList(),
                picture.lines().stream()
                        .map(
                                l ->
                                        new Line(
                                                people.get(l.a()).member(),
                                                people.get(l.b()).member(),
                                                l.weight()))
                        .toList());
    }

    @GetMapping("/introductions")
    @Needs(Permission.SEE_PEOPLE)
    Page<Told> introductions(
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
                        number(cursor, Long.MAX_VALUE - 1),
                        usable(limit));
        return new Page<>(
                found.stream().map(i -> told(i, reader)).toList(),
                found.size() < limit ? null : Long.toString(found.getLast().id()));
    }

    @PutMapping("/introductions/{id}/state")
    @Needs(Permission.EDIT_PEOPLE)
    Told move(Visitor visitor, @PathVariable long id, @RequestBody Wish wish) {
        introductions.move(id, Introduction.State.of(wish.state()), wish.message());
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

    private static long number(String cursor, long first) {
        try {
            var number = cursor.isEmpty() ? first : Long.parseLong(cursor);
            if (number >= 0 && (first != 0 || number <= 1_000_000)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("This cursor is none of ours: take the one of the answer.");
        }
        throw new Refusal.Unusable("This cursor is none of ours: take the one of the answer.");
    }

    private static int usable(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        return limit;
    }
}
