package org.folkmoot.effect;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Effects for programs.
@RestController
@Needs(Permission.SEE_NUMBERS)
class EffectApi {

    private final Effects effects;

    EffectApi(Effects effects) {
        this.effects = effects;
    }

    /// @param did how many did it in these days
    /// @param matched how many of them are compared
    /// @param alike how many people they are compared with
    /// @param outcomes empty when too few are matched
    record Told(
            String cause,
            LocalDate first,
            LocalDate last,
            int after,
            int did,
            int matched,
            long alike,
            @Nullable Double later,
            List<Compared> outcomes,
            @Nullable Compared check,
            List<Respect> balance,
            boolean balanced,
            String finding,
            List<String> limits) {}

    /// The 95 % interval is that of the difference.
    record Compared(
            String what,
            @Nullable Double did,
            @Nullable Double alike,
            @Nullable Double difference,
            @Nullable Double low,
            @Nullable Double high) {}

    /// @param before standardised difference of all who did it and all others
    /// @param after that of those compared
    record Respect(String what, @Nullable Double before, @Nullable Double after) {}

    @GetMapping(
            path = "/api/v1/communities/{slug}/effect",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Told effect(@RequestParam Map<String, String> query, Visitor visitor) {
        var offer = effects.offer();
        var asked = Question.of(query, offer.first(), effects.today());
        var effect = effects.of(asked, visitor.may(Permission.SEE_CONTACT_DATA));
        var words =
                new Sentences(
                        effect,
                        EffectPage.doing(asked.cause(), offer),
                        new Wording(Locale.ENGLISH));
        return new Told(
                asked.cause().key(),
                asked.first(),
                asked.last(),
                asked.after(),
                effect.did(),
                effect.matched(),
                effect.people(),
                effect.enough() ? known(effect.later()) : null,
                effect.enough()
                        ? Arrays.stream(Outcome.values())
                                .map(o -> compared(o.name().toLowerCase(Locale.ROOT), effect.of(o)))
                                .toList()
                        : List.of(),
                effect.enough() ? compared("days_before", effect.check()) : null,
                effect.enough()
                        ? effect.balance().stream()
                                .map(b -> new Respect(b.label(), known(b.apart()), known(b.near())))
                                .toList()
                        : List.of(),
                effect.balanced(),
                words.finding(),
                effect.enough() ? words.limits() : List.of());
    }

    private static Compared compared(String what, Difference d) {
        return new Compared(
                what,
                known(d.did()),
                known(d.others()),
                known(d.value()),
                known(d.low()),
                known(d.high()));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
