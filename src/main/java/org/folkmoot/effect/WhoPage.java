package org.folkmoot.effect;

import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The people behind an effect: those who did it.
@Controller
@Needs(Permission.SEE_PEOPLE)
class WhoPage {

    private static final int SIZE = 50;

    private final Effects effects;
    private final Frames frames;
    private final Html html;

    WhoPage(Effects effects, Frames frames, Html html) {
        this.effects = effects;
        this.frames = frames;
        this.html = html;
    }

    record Shown(
            Desk desk,
            Question asked,
            List<Effect.Who> who,
            Map<Long, String> names,
            Pager pager,
            Wording in) {

        String back() {
            return desk.home() + "/effect?" + asked.query(Map.of());
        }

        String csv() {
            return desk.home() + "/effect/who.csv?" + asked.query(Map.of());
        }

        String name(Effect.Who who) {
            return names.getOrDefault(who.member(), "somebody");
        }
    }

    @GetMapping("/c/{slug}/effect/who")
    View show(
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor) {
        var offer = effects.offer();
        var asked = Question.of(query, offer.first(), effects.today());
        var effect = effects.of(asked, visitor.may(Permission.SEE_CONTACT_DATA));
        var all = effect.who();
        int number = Math.clamp(page, 1, Math.max(1, (all.size() + SIZE - 1) / SIZE));
        var shown = all.subList((number - 1) * SIZE, Math.min(all.size(), number * SIZE));
        var in = new Wording(visitor.locale());
        return html.render(
                "effect/who",
                new Shown(
                        frames.desk(
                                "Who " + EffectPage.doing(asked.cause(), offer),
                                "From %s to %s, the latest first."
                                        .formatted(in.day(asked.first()), in.day(asked.last()))),
                        asked,
                        shown,
                        effects.names(shown),
                        pager(asked, number, shown.size(), all.size(), in),
                        in));
    }

    private static Pager pager(Question asked, int number, int shown, int all, Wording in) {
        int first = (number - 1) * SIZE + 1;
        return new Pager(
                shown == 0
                        ? "Nobody"
                        : "%s to %s of %s"
                                .formatted(
                                        in.count(first),
                                        in.count(first + shown - 1L),
                                        in.count(all)),
                number == 1 ? null : page(asked, number - 1),
                first + shown > all ? null : page(asked, number + 1));
    }

    private static String page(Question asked, int number) {
        return "?" + asked.query(Map.of("page", Integer.toString(number)));
    }
}
