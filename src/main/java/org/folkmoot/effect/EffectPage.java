package org.folkmoot.effect;

import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Kind;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Did it help: one asks of something people did, and sees both sides.
@Controller
@Needs(Permission.SEE_NUMBERS)
@RequestMapping("/c/{slug}/effect")
class EffectPage {

    private final Effects effects;
    private final Frames frames;
    private final Html html;

    EffectPage(Effects effects, Frames frames, Html html) {
        this.effects = effects;
        this.frames = frames;
        this.html = html;
    }

    @Bean
    static RailItem effectInTheRail() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                20,
                "Effect",
                "scale",
                "/effect",
                "",
                Permission.SEE_NUMBERS);
    }

    /// @param within the segments one may ask within, by their condition
    record Shown(
            Desk desk,
            Question asked,
            Effects.Offer offer,
            Map<String, String> within,
            Wording in) {

        String home() {
            return desk.home() + "/effect";
        }

        String result() {
            return home() + "/result?" + asked.query(Map.of());
        }

        String json() {
            return "/api/v1/communities/%s/effect?%s"
                    .formatted(
                            desk.home().substring("/c/".length()),
                            asked.query(Map.of("asOf", asked.asOf().toString())));
        }

        boolean chosen(Cause cause) {
            return asked.cause().equals(cause);
        }

        List<Integer> spans() {
            return Question.SPANS;
        }

        List<Integer> afters() {
            return Question.AFTER;
        }

        boolean nothing() {
            return offer.kinds().isEmpty();
        }
    }

    /// Both sides, which the page loads by itself.
    ///
    /// @param list where those who did it are listed; null when the reader may not see people
    record Result(
            Effect effect,
            Sentences words,
            Chart weeks,
            @Nullable String list,
            String csv,
            Wording in) {}

    @GetMapping
    View show(@RequestParam Map<String, String> query, Visitor visitor) {
        var offer = effects.offer();
        var asked = Question.of(query, offer.first(), effects.today());
        var in = new Wording(visitor.locale());
        return html.render(
                "effect/effect",
                new Shown(
                        frames.desk(
                                "Effect",
                                "Did it help? Those who did something for the first time from %s to %s, beside members like them who had not."
                                        .formatted(in.day(asked.first()), in.day(asked.last()))),
                        asked,
                        offer,
                        effects.within(),
                        in));
    }

    @GetMapping("/result")
    View result(@RequestParam Map<String, String> query, Visitor visitor) {
        var offer = effects.offer();
        var asked = Question.of(query, offer.first(), effects.today());
        var effect = effects.of(asked, visitor.may(Permission.SEE_CONTACT_DATA));
        var in = new Wording(visitor.locale());
        var doing = doing(asked.cause(), offer);
        var home = "/c/%s/effect".formatted(visitor.community().slug());
        var csv = "%s/weeks.csv?%s".formatted(home, asked.query(Map.of()));
        return html.render(
                "effect/result",
                new Result(
                        effect,
                        new Sentences(effect, doing, in),
                        new Charts(effect, doing, csv, in).weeks(),
                        visitor.may(Permission.SEE_PEOPLE)
                                ? "%s/who?%s".formatted(home, asked.query(Map.of()))
                                : null,
                        "%s/effect.csv?%s".formatted(home, asked.query(Map.of())),
                        in));
    }

    /// "attended for the first time".
    static String doing(Cause cause, Effects.Offer offer) {
        return switch (cause) {
            case Cause.Did(Kind kind) -> kind.verb() + " for the first time";
            case Cause.Entered(long segment) ->
                    "came into “%s”"
                            .formatted(
                                    offer.segments()
                                            .getOrDefault(segment, "a segment that is not here"));
        };
    }
}
