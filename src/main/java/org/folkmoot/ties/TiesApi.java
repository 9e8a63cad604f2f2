package org.folkmoot.ties;

import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who knows whom, for programs.
@RestController
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class TiesApi {

    private static final int MOST = 500;

    private final Ties ties;
    private final Painter painter;
    private final Surroundings surroundings;
    private final Clock clock;

    TiesApi(Ties ties, Painter painter, Surroundings surroundings, Clock clock) {
        this.ties = ties;
        this.painter = painter;
        this.surroundings = surroundings;
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

    @GetMapping("/members/{id}/ties")
    Page<Known> of(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var reader = Reader.of(visitor, clock);
        if (surroundings.nodes(List.of(id)).isEmpty()) {
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

    static long number(String cursor, long first) {
        if (cursor.isEmpty()) {
            return first;
        }
        if (!cursor.matches("[0-9]{1,18}") || (first == 0 && cursor.length() > 6)) {
            throw new Refusal.Unusable("This cursor is none of ours: take the one of the answer.");
        }
        return Long.parseLong(cursor);
    }

    static int usable(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        return limit;
    }
}
