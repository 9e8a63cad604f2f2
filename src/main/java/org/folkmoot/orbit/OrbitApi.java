package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where members stand, for programs.
@RestController
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class OrbitApi {

    private static final int MOST = 1000;

    private final Look.Looking looking;
    private final Orbits orbits;
    private final Lives lives;
    private final Communities communities;

    OrbitApi(Look.Looking looking, Orbits orbits, Lives lives, Communities communities) {
        this.looking = looking;
        this.orbits = orbits;
        this.lives = lives;
        this.communities = communities;
    }

    @GetMapping("/orbit")
    @Needs(Permission.SEE_NUMBERS)
    OrbitJson orbit(@RequestParam Map<String, String> query, Visitor visitor) {
        return OrbitJson.of(
                looking.at(
                        Question.of(query, looking.today()),
                        OrbitPage.contacts(visitor),
                        (_, _) -> {}));
    }

    /// @param next cursor of the next page; null at the end
    record Page(LocalDate asOf, List<OrbitTold.Placed> items, @Nullable String next) {}

    /// Everybody with a level or love, in the order of their numbers; the team, too.
    @GetMapping("/orbit/members")
    @Needs(Permission.SEE_PEOPLE)
    Page members(
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST || !cursor.matches("\\d{0,18}")) {
            throw new Refusal.Unusable(
                    "Ask for a limit of 1 to %d, and for a cursor that an answer gave."
                            .formatted(MOST));
        }
        var asked = Question.of(query, orbits.today());
        var board = orbits.board(asked.asOf(), asked.todays());
        var items = new ArrayList<OrbitTold.Placed>();
        long after = cursor.isEmpty() ? -1 : Long.parseLong(cursor);
        for (int i = 0; i < board.persons().size() && items.size() <= limit; i++) {
            if (board.persons().id(i) > after && (board.step(i) > 0 || board.love(i) > 0)) {
                items.add(OrbitTold.Placed.of(board, i, null));
            }
        }
        var more = items.size() > limit;
        var page = more ? items.subList(0, limit) : items;
        return new Page(asked.asOf(), page, more ? Long.toString(page.getLast().member()) : null);
    }

    /// Why one person stands where they stand.
    record Told(
            long member,
            LocalDate asOf,
            @Nullable String level,
            int step,
            Reached reached,
            List<String> next,
            double love,
            @Nullable Integer orbit,
            double reach) {}

    @GetMapping("/members/{id}/orbit")
    @Needs(Permission.SEE_PEOPLE)
    Told one(@PathVariable long id, @RequestParam Map<String, String> query) {
        if (lives.name(id).isEmpty()) {
            throw new Refusal.NotFound("This person");
        }
        var asked = Question.of(query, orbits.today());
        var zone = communities.here().zone();
        var why =
                new Why(
                        asked.asOf(),
                        lives.of(id, zone),
                        orbits.weights(asked.asOf(), asked.todays()),
                        lives.contacts(id, asked.asOf(), zone));
        return new Told(
                id,
                asked.asOf(),
                why.step() == 0 ? null : Level.stepKey(why.step()),
                why.step(),
                why.reached(),
                why.next(),
                why.love(),
                why.orbit() == 0 ? null : why.orbit(),
                why.reach());
    }
}
