package org.folkmoot.effect;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.CsvDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the page of effects shows, as files.
@Controller
@Needs(Permission.SEE_NUMBERS)
@RequestMapping("/c/{slug}/effect")
class EffectDownloads {

    private final Effects effects;

    EffectDownloads(Effects effects) {
        this.effects = effects;
    }

    @GetMapping("/effect.csv")
    void outcomes(
            @RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var effect = effect(query, visitor);
        CsvDownload.send(
                response,
                name("effect", effect),
                List.of("outcome", "did", "alike", "difference", "low", "high"),
                row -> {
                    for (var outcome : effect.enough() ? Outcome.values() : new Outcome[0]) {
                        var d = effect.of(outcome);
                        row.of(
                                outcome.label(),
                                plain(d.did()),
                                plain(d.others()),
                                plain(d.value()),
                                plain(d.low()),
                                plain(d.high()));
                    }
                });
    }

    @GetMapping("/weeks.csv")
    void weeks(
            @RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var effect = effect(query, visitor);
        CsvDownload.send(
                response,
                name("effect-weeks", effect),
                List.of("week", "did", "alike"),
                row -> {
                    for (var week : effect.enough() ? effect.weeks() : List.<Weeks>of()) {
                        row.of(
                                Integer.toString(week.week()),
                                plain(week.did()),
                                plain(week.alike()));
                    }
                });
    }

    @GetMapping("/who.csv")
    @Needs(Permission.SEE_PEOPLE)
    void who(@RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var effect = effect(query, visitor);
        var names = effects.names(effect.who());
        CsvDownload.send(
                response,
                name("effect-who", effect),
                List.of("member", "name", "on", "matched", "active days after"),
                row ->
                        effect.who()
                                .forEach(
                                        w ->
                                                row.of(
                                                        Long.toString(w.member()),
                                                        names.get(w.member()),
                                                        w.on().toString(),
                                                        w.matched() ? "yes" : "no",
                                                        Integer.toString(w.days()))));
    }

    private Effect effect(Map<String, String> query, Visitor visitor) {
        return effects.of(
                Question.of(query, effects.offer().first(), effects.today()),
                visitor.may(Permission.SEE_CONTACT_DATA));
    }

    private static String name(String what, Effect effect) {
        return "%s-%s-%s".formatted(what, effect.asked().cause().key(), effect.asked().asOf());
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }
}
