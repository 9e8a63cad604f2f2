package org.folkmoot.lifecycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who comes, carries and leaves, for programs.
@RestController
@RequestMapping(
        path = "/api/v1/communities/{slug}/lifecycle",
        produces = MediaType.APPLICATION_JSON_VALUE)
class LifecycleApi {

    private final Newcomers newcomers;
    private final Carrying carrying;
    private final Drifts drifts;
    private final Clock clock;

    LifecycleApi(Newcomers newcomers, Carrying carrying, Drifts drifts, Clock clock) {
        this.newcomers = newcomers;
        this.carrying = carrying;
        this.drifts = drifts;
        this.clock = clock;
    }

    /// @param median seconds since they came, of those who reached it
    record Step(String step, int people, @Nullable Double share, @Nullable Double median) {}

    /// @param firstAnswer seconds until half of the first posts have an answer; null: not reached
    record Told(
            LocalDate asOf,
            int window,
            int came,
            List<Step> steps,
            int firstPosts,
            @Nullable Double answeredWithinADay,
            @Nullable Double firstAnswer,
            int waiting) {}

    @GetMapping("/newcomers")
    @Needs(Permission.SEE_NUMBERS)
    Told newcomers(@RequestParam Map<String, String> query, Visitor visitor) {
        var asked = Asked.of(query, visitor.community().zone(), clock.instant());
        var funnel = new Funnel(newcomers.of(asked.window()), asked.window().to());
        var rate = funnel.withinADay();
        return new Told(
                asked.window().last(),
                asked.window().days(),
                funnel.people().size(),
                Funnel.steps().stream()
                        .map(
                                s ->
                                        new Step(
                                                s.name().toLowerCase(Locale.ROOT),
                                                funnel.reached(s),
                                                known(funnel.share(s)),
                                                funnel.median(s)))
                        .toList(),
                rate.posts(),
                known(rate.share()),
                funnel.waits().median(),
                funnel.waiting().size());
    }

    record Ring(String ring, int members, long contributions) {}

    /// What was contributed in one place.
    record InPlace(
            long place,
            String name,
            String platform,
            long contributions,
            int contributors,
            int absence) {

        static InPlace of(Carrying.Place place, Onion onion) {
            return new InPlace(
                    place.id(),
                    place.name(),
                    place.platform(),
                    onion.all(),
                    onion.shares().size(),
                    onion.absence());
        }
    }

    /// @param absence fewest members who made half of it
    /// @param replies the same of what the team replied
    record Carried(
            LocalDate asOf,
            int window,
            long contributions,
            int contributors,
            int absence,
            int absenceBefore,
            int absenceWithTheTeam,
            int absenceOfTheTeam,
            int replies,
            List<Ring> rings,
            List<InPlace> places) {}

    @GetMapping("/carriers")
    @Needs(Permission.SEE_NUMBERS)
    Carried carriers(@RequestParam Map<String, String> query, Visitor visitor) {
        var asked = Asked.of(query, visitor.community().zone(), clock.instant());
        var beside = carrying.beside(asked.window());
        var onion = beside.now();
        var rings = new ArrayList<Ring>();
        for (var ring : Onion.Ring.values()) {
            rings.add(
                    new Ring(
                            ring.name().toLowerCase(Locale.ROOT),
                            onion.people(ring),
                            onion.made(ring)));
        }
        return new Carried(
                asked.window().last(),
                asked.window().days(),
                onion.all(),
                onion.shares().size(),
                onion.absence(),
                beside.before().absence(),
                beside.team().absence(),
                beside.own().absence(),
                carrying.replies(asked.window()).absence(),
                rings,
                carrying.byPlace(asked.window(), false, CarriersPage.PLACES).entrySet().stream()
                        .map(e -> InPlace.of(e.getKey(), e.getValue()))
                        .toList());
    }

    /// @param usual active days that 28 days used to have
    /// @param recent active days of the last 28
    record Drifting(long member, double usual, int recent, LocalDate last) {}

    record Leaving(LocalDate asOf, int regulars, List<Drifting> items) {}

    @GetMapping("/leaving")
    @Needs(Permission.SEE_PEOPLE)
    Leaving leaving() {
        var seen = drifts.now();
        var register = seen.register();
        return new Leaving(
                register.day(seen.day()),
                seen.drift().regulars(),
                seen.drift().leaving().stream()
                        .map(
                                r ->
                                        new Drifting(
                                                register.member(r.person()),
                                                r.usual(),
                                                r.recent(),
                                                register.day(r.last())))
                        .toList());
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
