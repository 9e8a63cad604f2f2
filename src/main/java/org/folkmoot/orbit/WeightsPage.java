package org.folkmoot.orbit;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What each kind weighs: shows who would move before anything is saved.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/orbit/weights")
class WeightsPage {

    private static final int HISTORY = 50;

    private final WhatIf.Trying trying;
    private final Kinds kinds;
    private final Trail trail;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    WeightsPage(
            WhatIf.Trying trying, Kinds kinds, Trail trail, Frames frames, Html html, Clock clock) {
        this.trying = trying;
        this.kinds = kinds;
        this.trail = trail;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param tried what is asked for and not saved; empty for nothing
    /// @param effect of what is tried; null for nothing
    record Editor(
            Desk desk,
            When when,
            Kinds.Table table,
            String seen,
            Map<Kind, Integer> tried,
            @Nullable WhatIf effect,
            boolean contacts,
            List<Kinds.Change> history) {

        List<Kind> kinds() {
            return List.of(Kind.values());
        }

        int shown(Kind kind) {
            return tried.getOrDefault(kind, table.of(kind).weight());
        }

        String home() {
            return desk.home() + "/orbit/weights";
        }

        String called(WhatIf.Example example) {
            return PeopleFinder.name(example.name(), contacts);
        }

        String change(Kind kind) {
            return "%s from %d to %d"
                    .formatted(kind.label(), table.of(kind).weight(), tried.getOrDefault(kind, 0));
        }
    }

    @GetMapping
    View show(@RequestParam Map<String, String> form, Visitor visitor) {
        var table = kinds.here();
        var tried = changed(form, table);
        return html.render(
                "orbit/weights",
                new Editor(
                        frames.desk(
                                "Orbit weights",
                                "What each kind of activity weighs, 0 to 12. See who would move, then save."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        table,
                        Weights.of(table).key(),
                        tried,
                        tried.isEmpty() ? null : trying.of(tried),
                        OrbitPage.contacts(visitor),
                        kinds.history(HISTORY)));
    }

    @PostMapping
    @Transactional
    View save(@RequestParam Map<String, String> form, Visitor visitor) {
        var table = kinds.here();
        var seen = form.get("seen");
        if (seen != null && !seen.equals(Weights.of(table).key())) {
            throw new Refusal.OutOfDate("the weights");
        }
        var changed = changed(form, table);
        var before =
                new StringBuilder("/c/" + visitor.community().slug() + "/orbit/weights?back=yes");
        changed.forEach(
                (kind, weight) -> {
                    var was = table.of(kind);
                    kinds.set(
                            kind,
                            new Kinds.Worth(
                                    weight, was.active(), was.contribution(), was.content()),
                            Trail.who());
                    trail.record(
                            "kind changed",
                            "kind",
                            kind.key(),
                            Map.of("weight", weight, "before", was.weight()));
                    before.append('&').append(kind.key()).append('=').append(was.weight());
                });
        frames.say(
                changed.isEmpty()
                        ? Flash.good("Nothing was changed.")
                        : form.containsKey("back")
                                ? Flash.good("The weights are as they were before.")
                                : Flash.undoable(
                                        "Saved. The new weights hold from now on; days before keep theirs.",
                                        before.toString()));
        return new RedirectView("/c/" + visitor.community().slug() + "/orbit");
    }

    /// The weights in the form that are others than those of now.
    private static Map<Kind, Integer> changed(Map<String, String> form, Kinds.Table table) {
        var changed = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            var text = form.get(kind.key());
            if (text == null) {
                continue;
            }
            if (!text.strip().matches("\\d|1[0-2]")) {
                throw new Refusal.Unusable(
                        "The weight of “%s” must be a whole number from 0 to 12. Go back and correct it."
                                .formatted(kind.label()));
            }
            var weight = Integer.parseInt(text.strip());
            if (weight != table.of(kind).weight()) {
                changed.put(kind, weight);
            }
        }
        return changed;
    }
}
