package org.folkmoot.thanks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whether thanking brings people back, as far as that can be told.
@Controller
@Needs(Permission.SEE_PEOPLE)
class EffectPage {

    private static final List<Integer> DAYS = List.of(180, 365, 730);

    private final Effects effects;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    EffectPage(Effects effects, Frames frames, Html html, Clock clock) {
        this.effects = effects;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Shown(Desk desk, Reader reader, Effect effect, List<Tab> windows) {

        long percent(double share) {
            return Math.round(share * 100);
        }
    }

    @GetMapping("/c/{slug}/thanks/effect")
    View show(Visitor visitor, @RequestParam(defaultValue = "365") String days) {
        var window = DAYS.stream().filter(d -> d.toString().equals(days)).findFirst().orElse(365);
        var reader = Reader.of(visitor, clock);
        var zone = visitor.community().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var effect = Effect.of(effects.strata(today.minusDays(window), today, zone.getId()));
        return html.render(
                "thanks/effect",
                new Shown(
                        frames.desk("Does thanking help?", effect.words()),
                        reader,
                        effect,
                        DAYS.stream()
                                .map(
                                        d ->
                                                new Tab(
                                                        "%d days".formatted(d),
                                                        reader.thanks("/effect?days=" + d),
                                                        "",
                                                        d.equals(window)))
                                .toList()));
    }
}
