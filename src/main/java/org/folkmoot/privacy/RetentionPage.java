package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// How long what is kept: days for each kind, and what would go if it were done now.
@Controller
@Needs(Permission.SEE_TRAIL)
@RequestMapping("/c/{slug}/privacy/retention")
class RetentionPage {

    private static final int SAMPLE = 5;
    private static final int SHOWN = 50;

    private final Rules rules;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    RetentionPage(Rules rules, Frames frames, Html html, Clock clock) {
        this.rules = rules;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param tried whether somebody asked what would go
    /// @param older how much would go; nothing when it is kept for ever
    record Line(
            String key,
            String title,
            String words,
            String days,
            boolean tried,
            long older,
            List<String> some) {}

    record Sheet(
            Desk desk,
            When when,
            List<Tab> tabs,
            List<Line> lines,
            List<Rules.Sweep> sweeps,
            boolean edits,
            String error) {}

    @GetMapping
    View show(Visitor visitor) {
        return show(visitor, Map.of(), false, "");
    }

    /// @param asked days by kind, as typed
    /// @param tried whether to tell what would go by them
    private View show(Visitor visitor, Map<String, String> asked, boolean tried, String error) {
        var kept = rules.all();
        var lines = new ArrayList<Line>();
        for (var kind : rules.kinds()) {
            var stored = kept.get(kind.key());
            var typed = asked.getOrDefault(kind.key(), stored == null ? "" : stored.toString());
            var days = tried ? Rules.days(typed) : null;
            lines.add(
                    new Line(
                            kind.key(),
                            kind.title(),
                            kind.words(),
                            typed,
                            days != null,
                            days == null ? 0 : rules.older(kind, days),
                            days == null ? List.of() : rules.some(kind, days, SAMPLE)));
        }
        return html.render(
                "privacy/retention",
                new Sheet(
                        frames.desk(
                                "Privacy",
                                kept.isEmpty()
                                        ? "Everything is kept until somebody asks to be forgotten."
                                        : "Looked through once a day. What goes cannot be brought back."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        PrivacyRail.tabs(visitor, "retention"),
                        lines,
                        rules.sweeps(SHOWN),
                        visitor.may(Permission.HANDLE_PRIVACY),
                        error));
    }

    /// Saves the rules, or only tells what would go by them.
    @PostMapping
    @Needs(Permission.HANDLE_PRIVACY)
    View save(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam Map<String, String> typed) {
        try {
            var kinds = rules.kinds();
            kinds.forEach(kind -> Rules.days(typed.getOrDefault(kind.key(), "")));
            if (typed.containsKey("try")) {
                return show(visitor, typed, true, "");
            }
            kinds.forEach(
                    kind -> rules.set(kind.key(), Rules.days(typed.getOrDefault(kind.key(), ""))));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return show(visitor, typed, false, String.valueOf(e.getMessage()));
        }
        frames.say(Flash.good("Saved. It is carried out once a day, from within the hour on."));
        return new RedirectView("/c/%s/privacy/retention".formatted(visitor.community().slug()));
    }
}
