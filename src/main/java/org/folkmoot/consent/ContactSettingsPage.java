package org.folkmoot.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.SettingsTabs;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// How often and when people may be asked, and what for.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/settings/contact")
class ContactSettingsPage {

    private final RulesBook book;
    private final Purposes purposes;
    private final Frames frames;
    private final Html html;

    ContactSettingsPage(RulesBook book, Purposes purposes, Frames frames, Html html) {
        this.book = book;
        this.purposes = purposes;
        this.frames = frames;
        this.html = html;
    }

    /// What was typed.
    record Typed(String asks, String days, String from, String until, boolean off) {

        static Typed of(Rules rules) {
            return new Typed(
                    Integer.toString(rules.budget().asks()),
                    Integer.toString(rules.budget().days()),
                    Rules.clock(rules.from()),
                    Rules.clock(rules.until()),
                    rules.daysOff());
        }
    }

    /// @param subscribe the public page
    /// @param error what could not be saved, empty for nothing
    record Sheet(
            Desk desk,
            boolean usual,
            Typed rules,
            List<Purposes.Known> purposes,
            Map<String, String> draft,
            String subscribe,
            String error) {

        List<Tab> tabs() {
            return SettingsTabs.CONTACT.on(desk);
        }

        String drafted(String field) {
            return draft.getOrDefault(field, "");
        }
    }

    @GetMapping
    View show(Visitor visitor) {
        var rules = book.here();
        return view(visitor, !rules.chosen(), Typed.of(rules), Map.of(), "");
    }

    @PostMapping
    View save(
            Visitor visitor, HttpServletResponse response, @RequestParam Map<String, String> form) {
        var typed =
                new Typed(
                        form.getOrDefault("asks", ""),
                        form.getOrDefault("days", ""),
                        form.getOrDefault("from", ""),
                        form.getOrDefault("until", ""),
                        form.containsKey("off"));
        try {
            book.keep(
                    Rules.of(
                            number(typed.asks()),
                            number(typed.days()),
                            typed.from(),
                            typed.until(),
                            typed.off()));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return view(visitor, false, typed, Map.of(), String.valueOf(e.getMessage()));
        }
        return saved(visitor, "The rules are saved. What waits follows them from now on.");
    }

    @PostMapping("/purposes")
    View add(
            Visitor visitor, HttpServletResponse response, @RequestParam Map<String, String> form) {
        try {
            purposes.add(
                    form.getOrDefault("name", ""),
                    form.getOrDefault("words", ""),
                    Basis.of(form.getOrDefault("basis", "")),
                    form.containsKey("offered"));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return again(visitor, form, e);
        }
        return saved(visitor, "The purpose is added.");
    }

    @PostMapping("/purposes/{key}/words")
    View reword(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String words) {
        try {
            var version = purposes.reword(key, name, words);
            return saved(
                    visitor,
                    "These words hold now, as version %d. Who agreed to earlier ones agreed to those."
                            .formatted(version));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return again(visitor, Map.of("key", key, "name", name, "words", words), e);
        }
    }

    private View again(Visitor visitor, Map<String, String> form, Refusal e) {
        var rules = book.here();
        return view(
                visitor, !rules.chosen(), Typed.of(rules), form, String.valueOf(e.getMessage()));
    }

    private View saved(Visitor visitor, String words) {
        frames.say(Flash.good(words));
        return new RedirectView("/c/%s/settings/contact".formatted(visitor.community().slug()));
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,4}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private View view(
            Visitor visitor, boolean usual, Typed typed, Map<String, String> draft, String error) {
        return html.render(
                "consent/settings",
                new Sheet(
                        frames.desk(
                                "Contact",
                                "How often and when people may be asked, over all that this team does, and what for."),
                        usual,
                        typed,
                        purposes.all(),
                        draft,
                        "/p/%s/subscribe".formatted(visitor.community().slug()),
                        error));
    }
}
