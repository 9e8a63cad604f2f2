package org.folkmoot.listening;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Themes are named, pinned, ignored, joined and parted, and each of it is taken back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/themes")
class ThemeDeeds {

    private final ThemeChanges changes;
    private final ThemeWork work;
    private final Frames frames;

    ThemeDeeds(ThemeChanges changes, ThemeWork work, Frames frames) {
        this.changes = changes;
        this.work = work;
        this.frames = frames;
    }

    /// To which list it goes back.
    record Way(String home, Shelf shelf, int days) {

        View back() {
            return new RedirectView("%s?about=%s&window=%d".formatted(home, shelf.key(), days));
        }

        String undo(long id, String deed) {
            return "%s/%d/%s&about=%s&window=%d".formatted(home, id, deed, shelf.key(), days);
        }
    }

    /// Each deed says from which list it was done.
    @ModelAttribute
    Way way(Visitor visitor, @RequestParam String about, @RequestParam int window) {
        Reader.mayRead(visitor);
        return new Way(
                "/c/" + visitor.community().slug() + "/themes",
                Shelf.of(about),
                ThemesPage.usable(window));
    }

    /// Has themes looked for now.
    @PostMapping
    View again(@ModelAttribute(binding = false) Way way) {
        work.begin(way.shelf(), way.days());
        return way.back();
    }

    @PostMapping("/{id}/name")
    View name(
            @ModelAttribute(binding = false) Way way,
            @PathVariable long id,
            @RequestParam String name) {
        var before = changes.get(id).name();
        changes.name(id, name);
        var undo = URLEncoder.encode(before == null ? "" : before, StandardCharsets.UTF_8);
        frames.say(
                Flash.undoable(
                        "It is called %s now.".formatted(changes.get(id).title()),
                        way.undo(id, "name?name=" + undo)));
        return way.back();
    }

    @PostMapping("/{id}/pin")
    View pin(
            @ModelAttribute(binding = false) Way way,
            @PathVariable long id,
            @RequestParam boolean on) {
        changes.pin(id, on);
        frames.say(
                Flash.undoable(
                        on ? "It stays first." : "It stands among the others again.",
                        way.undo(id, "pin?on=" + !on)));
        return way.back();
    }

    @PostMapping("/{id}/ignore")
    View ignore(
            @ModelAttribute(binding = false) Way way,
            @PathVariable long id,
            @RequestParam boolean on) {
        changes.ignore(id, on);
        frames.say(
                Flash.undoable(
                        on ? "It is ignored from now on." : "It is no longer ignored.",
                        way.undo(id, "ignore?on=" + !on)));
        return way.back();
    }

    @PostMapping("/{id}/merge")
    View merge(
            @ModelAttribute(binding = false) Way way,
            @PathVariable long id,
            @RequestParam long into) {
        changes.merge(id, into);
        frames.say(
                Flash.undoable(
                        "It counts as a part of %s.".formatted(changes.get(into).title()),
                        way.undo(id, "part?")));
        return way.back();
    }

    @PostMapping("/{id}/part")
    View part(@ModelAttribute(binding = false) Way way, @PathVariable long id) {
        var into = changes.get(id).into();
        changes.part(id);
        frames.say(
                into == null
                        ? Flash.good("It stands by itself.")
                        : Flash.undoable(
                                "It stands by itself again.", way.undo(id, "merge?into=" + into)));
        return way.back();
    }
}
