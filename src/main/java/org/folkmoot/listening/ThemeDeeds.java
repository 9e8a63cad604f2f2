package org.folkmoot.listening;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
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
    private record Way(String home, Shelf shelf, int days) {

        static Way of(Visitor visitor, String about, int window) {
            Reader.mayRead(visitor);
            return new Way(
                    "/c/" + visitor.community().slug() + "/themes",
                    Shelf.of(about),
                    ThemesPage.usable(window));
        }

        View back() {
            return new RedirectView("%s?about=%s&window=%d".formatted(home, shelf.key(), days));
        }

        String undo(long id, String deed) {
            return "%s/%d/%s&about=%s&window=%d".formatted(home, id, deed, shelf.key(), days);
        }
    }

    /// Has themes looked for now.
    @PostMapping
    View again(Visitor visitor, @RequestParam String about, @RequestParam int window) {
        var way = Way.of(visitor, about, window);
        work.begin(way.shelf(), way.days());
        return way.back();
    }

    @PostMapping("/{id}/name")
    View name(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam String about,
            @RequestParam int window) {
        var way = Way.of(visitor, about, window);
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
            Visitor visitor,
            @PathVariable long id,
            @RequestParam boolean on,
            @RequestParam String about,
            @RequestParam int window) {
        var way = Way.of(visitor, about, window);
        changes.pin(id, on);
        frames.say(
                Flash.undoable(
                        on ? "It stays first." : "It stands among the others again.",
                        way.undo(id, "pin?on=" + !on)));
        return way.back();
    }

    @PostMapping("/{id}/ignore")
    View ignore(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam boolean on,
            @RequestParam String about,
            @RequestParam int window) {
        var way = Way.of(visitor, about, window);
        changes.ignore(id, on);
        frames.say(
                Flash.undoable(
                        on ? "It is ignored from now on." : "It is no longer ignored.",
                        way.undo(id, "ignore?on=" + !on)));
        return way.back();
    }

    @PostMapping("/{id}/merge")
    View merge(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam long into,
            @RequestParam String about,
            @RequestParam int window) {
        var way = Way.of(visitor, about, window);
        changes.merge(id, into);
        frames.say(
                Flash.undoable(
                        "It counts as a part of %s.".formatted(changes.get(into).title()),
                        way.undo(id, "part?")));
        return way.back();
    }

    @PostMapping("/{id}/part")
    View part(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam String about,
            @RequestParam int window) {
        var way = Way.of(visitor, about, window);
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
