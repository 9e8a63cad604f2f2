package org.folkmoot.organisations;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.organisations.Organisation.Draft;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What the team writes down of an organisation.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/organisations")
class OrganisationChanges {

    private final Organisations organisations;
    private final Mergers mergers;
    private final OrganisationRows rows;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    OrganisationChanges(
            Organisations organisations,
            Mergers mergers,
            OrganisationRows rows,
            Frames frames,
            Html html,
            Clock clock) {
        this.organisations = organisations;
        this.mergers = mergers;
        this.rows = rows;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What stands in the fields, as typed.
    record Typed(String name, String url, String note, String names, String domains) {

        static Typed of(Draft draft) {
            return new Typed(
                    draft.name(),
                    draft.url(),
                    draft.note(),
                    String.join("\n", draft.others()),
                    String.join("\n", draft.shown("domain")));
        }

        /// @throws Refusal.Unusable with the sentence for whoever typed it
        Form form() {
            return new Form(name, url, note, names, domains);
        }
    }

    /// @param id 0 for a new one
    record Writing(Desk desk, Reader reader, long id, Typed typed, String error) {

        String action() {
            return reader.path(id == 0 ? "" : "/" + id);
        }
    }

    @GetMapping("/new")
    View blank(
            Visitor visitor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String domains) {
        return writing(visitor, 0, new Typed(name, "", "", "", domains), "");
    }

    @PostMapping
    View create(Visitor visitor, Typed typed, HttpServletResponse response) {
        try {
            var id = organisations.create(typed.form(), false);
            frames.say(
                    Flash.undoable(
                            "%s is kept as an organisation.".formatted(typed.name().strip()),
                            path(visitor, "/%d/removal".formatted(id))));
            return new RedirectView(path(visitor, "/" + id));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return writing(visitor, 0, typed, String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/{id:\\d+}/edit")
    View edit(Visitor visitor, @PathVariable long id) {
        return writing(visitor, id, Typed.of(rows.draft(id)), "");
    }

    @PostMapping("/{id:\\d+}")
    View change(Visitor visitor, @PathVariable long id, Typed typed, HttpServletResponse response) {
        try {
            var changed = organisations.change(id, typed.form());
            frames.say(Flash.undoable("The organisation is changed.", former(visitor, changed, 0)));
            return new RedirectView(path(visitor, "/" + id));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return writing(visitor, id, typed, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/{id:\\d+}/removal")
    View remove(Visitor visitor, @PathVariable long id) {
        var removed = organisations.remove(id);
        frames.say(
                Flash.undoable(
                        "It is no longer kept. Its people are where their profiles say.",
                        former(visitor, removed, 0)));
        return new RedirectView(path(visitor, ""));
    }

    @PostMapping("/{id:\\d+}/splitting")
    View split(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam String key) {
        var changed = organisations.split(id, kind, key);
        frames.say(
                Flash.undoable(
                        "It is an organisation of its own now.",
                        former(visitor, changed, changed.id())));
        return new RedirectView(path(visitor, "/" + changed.id()));
    }

    @PostMapping("/former/{former}/return")
    View restore(
            Visitor visitor,
            @PathVariable long former,
            @RequestParam(defaultValue = "0") long besides) {
        var id = organisations.restore(former, besides);
        frames.say(Flash.good("It is as it was before."));
        return new RedirectView(path(visitor, "/" + id));
    }

    @PostMapping("/{id:\\d+}/joining")
    View join(Visitor visitor, @PathVariable long id, @RequestParam long into) {
        var step = mergers.merge(id, into);
        frames.say(
                Flash.undoable(
                        "They are one organisation now.",
                        path(visitor, "/steps/%d/undoing".formatted(step))));
        return new RedirectView(path(visitor, "/" + into));
    }

    @PostMapping("/steps/{step}/undoing")
    View part(Visitor visitor, @PathVariable long step) {
        var id = mergers.unmerge(step);
        frames.say(Flash.good("They are two again, each as it was."));
        return new RedirectView(path(visitor, "/" + id));
    }

    private View writing(Visitor visitor, long id, Typed typed, String error) {
        return html.render(
                "organisations/writing",
                new Writing(
                        frames.desk(
                                id == 0 ? "New organisation" : "Change " + typed.name(),
                                "Whoever goes by one of its names or writes from one of its domains is of it, now and after every import."),
                        Reader.of(visitor, clock),
                        id,
                        typed,
                        error));
    }

    private static String former(Visitor visitor, Organisations.Changed changed, long besides) {
        return path(visitor, "/former/%d/return?besides=%d".formatted(changed.former(), besides));
    }

    static String path(Visitor visitor, String below) {
        return "/c/" + visitor.community().slug() + "/organisations" + below;
    }
}
