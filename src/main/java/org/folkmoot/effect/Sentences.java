package org.folkmoot.effect;

import java.util.ArrayList;
import java.util.List;

/// What an effect says in plain words, and what it cannot say.
record Sentences(Effect effect, String doing, Wording in) {

    /// @param doing "attended for the first time"
    Sentences {}

    /// The finding, in a sentence or two.
    String finding() {
        int after = effect.asked().after();
        if (effect.did() == 0) {
            return "Nobody %s in these days.".formatted(doing);
        }
        if (!effect.enough()) {
            return "Too few to compare: %s %s in these days, and %s like them. From %d on, a difference is shown."
                    .formatted(
                            in.count(effect.did(), "person", "people"),
                            doing,
                            effect.matched() == 0
                                    ? "nobody is"
                                    : "for %s there are others"
                                            .formatted(in.count(effect.matched())),
                            Effect.FEWEST);
        }
        var back = effect.of(Outcome.BACK);
        var shares = "%s and %s".formatted(in.percent(back.did()), in.percent(back.others()));
        if (!back.sure()) {
            return "Within %d days, those who %s were active again about as often as members like them: %s. That difference may be chance (95 %% sure: %s)."
                    .formatted(after, doing, shares, in.interval(Outcome.BACK, back));
        }
        return "Within %d days, those who %s were active again %s often than members like them: %s, so %s (95 %% sure: %s)."
                .formatted(
                        after,
                        doing,
                        back.value() > 0 ? "more" : "less",
                        shares,
                        in.change(Outcome.BACK, back.value()),
                        in.interval(Outcome.BACK, back));
    }

    /// What to bear in mind, the weightiest first.
    List<String> limits() {
        var limits = new ArrayList<String>();
        if (!effect.balanced()) {
            limits.add(
                    "Both sides are not alike in every respect (see below). The difference is adjusted for that, which helps only so far.");
        }
        var check = effect.check();
        limits.add(
                check.sure()
                        ? "A warning: already 57 to 84 days before, by which nobody was matched, both were active on different numbers of days (%s and %s). They are not as alike as they look."
                                .formatted(in.number(check.did()), in.number(check.others()))
                        : "A check that it passes: 57 to 84 days before, by which nobody was matched, both were active on no more different numbers of days (%s and %s) than chance makes."
                                .formatted(in.number(check.did()), in.number(check.others())));
        limits.add(
                "It compares people who had been here for as long and been as active. It is no proof: who does this may have been keener, in ways that days of activity do not tell. Only leaving it to chance who does it would rule that out.");
        if (effect.later() >= 0.005) {
            limits.add(
                    "%s of those like them did it later within these %d days, which makes the difference smaller rather than larger."
                            .formatted(in.percent(effect.later()), effect.asked().after()));
        }
        int alone = effect.did() - effect.matched();
        if (alone > 0) {
            limits.add(
                    "%s had nobody like them and %s left out."
                            .formatted(
                                    in.count(alone, "person", "people"),
                                    alone == 1 ? "is" : "are"));
        }
        if (effect.sampled()) {
            limits.add(
                    "There are so many others that %s of them were drawn for each four weeks, always the same ones."
                            .formatted(in.count(Looks.MOST)));
        }
        return limits;
    }
}
