package org.folkmoot.thanks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Which kinds of moments are on the wall.
@Controller
@RequestMapping("/c/{slug}/thanks/settings")
class MomentSettingsPage {

    private final Rules rules;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    MomentSettingsPage(Rules rules, Frames frames, Html html, Clock clock) {
        this.rules = rules;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Choices(Desk desk, Reader reader, List<Rules.Rule> rules, String error) {}

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    View show(Visitor visitor) {
        return render(visitor, rules.all(), "");
    }

    private View render(Visitor visitor, List<Rules.Rule> shown, String error) {
        return html.render(
                "thanks/settings",
                new Choices(
                        frames.desk(
                                "What is worth a thank-you", "Which moments come onto the wall."),
                        Reader.of(visitor, clock),
                        shown,
                        error));
    }

    @PostMapping
    @Needs(Permission.EDIT_SETTINGS)
    View set(
            Visitor visitor, HttpServletResponse response, @RequestParam Map<String, String> form) {
        var wanted =
                Arrays.stream(MomentKind.values())
                        .map(
                                kind ->
                                        new Rules.Rule(
                                                kind,
                                                form.containsKey(kind.key()),
                                                least(kind, form)))
                        .toList();
        try {
            rules.set(wanted);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return render(visitor, wanted, String.valueOf(e.getMessage()));
        }
        frames.say(Flash.good("Kept. The wall shows it at once."));
        return new RedirectView(Reader.of(visitor, clock).thanks("/settings"));
    }

    /// 0, which will not do, for what is no number.
    private static int least(MomentKind kind, Map<String, String> form) {
        var text = form.getOrDefault("least-" + kind.key(), Integer.toString(kind.usually()));
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
