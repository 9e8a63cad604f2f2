package org.folkmoot.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Kinds.Worth;
import org.folkmoot.community.Recounting;
import org.folkmoot.community.SettingsTabs;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What each kind of activity weighs and what it counts as.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/settings/kinds")
class KindsPage {

    private static final int HISTORY = 50;

    private final Kinds kinds;
    private final Recounting recounting;
    private final Trail trail;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    KindsPage(
            Kinds kinds,
            Recounting recounting,
            Trail trail,
            Frames frames,
            Html html,
            Clock clock) {
        this.kinds = kinds;
        this.recounting = recounting;
        this.trail = trail;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Weights(
            Desk desk,
            When when,
            Kinds.Table table,
            List<Kinds.Change> history,
            boolean recounting) {

        List<Kind> kinds() {
            return List.of(Kind.values());
        }

        boolean changed(Kind kind) {
            return !table.of(kind).equals(Worth.byDefault(kind));
        }

        String words(Worth worth) {
            return "weight %d%s%s%s"
                    .formatted(
                            worth.weight(),
                            worth.active() ? ", active" : "",
                            worth.contribution() ? ", contribution" : "",
                            worth.content() ? ", content" : "");
        }

        List<Tab> tabs() {
            return SettingsTabs.KINDS.on(desk);
        }
    }

    @GetMapping
    View show(Visitor visitor) {
        return html.render(
                "activity/kinds",
                new Weights(
                        frames.desk(
                                "Kinds and weights",
                                "What people do, how much it weighs (0 to 12), and what it counts as."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        kinds.here(),
                        kinds.history(HISTORY),
                        recounting.underWay().isPresent()));
    }

    @PostMapping
    @Transactional
    View save(@RequestParam Map<String, String> form, Visitor visitor) {
        var table = kinds.here();
        var changed = 0;
        var counts = false;
        for (var kind : Kind.values()) {
            var now = table.of(kind);
            var next = worth(kind, form);
            // a row not touched in this form may have been changed by somebody else meanwhile
            var touched = !next.key().equals(form.get("seen." + kind.key()));
            if (touched && !next.equals(now)) {
                kinds.set(kind, next, Trail.who());
                trail.record(
                        "kind changed",
                        "kind",
                        kind.key(),
                        Map.of(
                                "weight", next.weight(),
                                "active", next.active(),
                                "contribution", next.contribution(),
                                "content", next.content()));
                changed++;
                counts =
                        counts
                                || next.active() != now.active()
                                || next.contribution() != now.contribution()
                                || next.content() != now.content();
            }
        }
        if (counts) {
            recounting.ask(false);
        }
        frames.say(
                Flash.good(
                        changed == 0
                                ? "Nothing was changed."
                                : counts
                                        ? "Saved. The daily numbers are being worked out anew."
                                        : "Saved. The new weights hold from now on."));
        return new RedirectView("/c/" + visitor.community().slug() + "/settings/kinds");
    }

    private static Worth worth(Kind kind, Map<String, String> form) {
        var weight = form.getOrDefault("weight." + kind.key(), "");
        if (!weight.matches("\\d|1[0-2]")) {
            throw new Refusal.Unusable(
                    "The weight of “%s” must be a whole number from 0 to 12. Go back and correct it."
                            .formatted(kind.label()));
        }
        return new Worth(
                Integer.parseInt(weight),
                form.containsKey("active." + kind.key()),
                form.containsKey("contribution." + kind.key()),
                form.containsKey("content." + kind.key()));
    }
}
