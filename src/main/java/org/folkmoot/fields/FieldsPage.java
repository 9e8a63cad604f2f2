package org.folkmoot.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/// Which fields this community has for its people.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/settings/fields")
class FieldsPage {

    private final CustomFields fields;
    private final Frames frames;
    private final Html html;

    FieldsPage(CustomFields fields, Frames frames, Html html) {
        this.fields = fields;
        this.frames = frames;
        this.html = html;
    }

    /// What the form shows.
    ///
    /// @param id of the field that is changed; 0 for a new one
    record Form(long id, String name, String kind, String choices, boolean guarded, String error) {
        static final Form EMPTY = new Form(0, "", "text", "", false, "");

        static Form of(CustomField f) {
            return new Form(
                    f.id(),
                    f.name(),
                    f.kind().key(),
                    String.join("\n", f.choices()),
                    f.guarded(),
                    "");
        }
    }

    record Shown(Desk desk, List<CustomField> inUse, List<CustomField> archived, Form form) {

        List<Tab> tabs() {
            return SettingsTabs.FIELDS.on(desk);
        }

        List<FieldKind> kinds() {
            return List.of(FieldKind.values());
        }

        String path(String below) {
            return desk.home() + "/settings/fields" + below;
        }

        String people(CustomField field) {
            return field.people() == 1 ? "1 person" : "%,d people".formatted(field.people());
        }
    }

    @GetMapping
    View show(@RequestParam(defaultValue = "0") long editing) {
        return view(editing == 0 ? Form.EMPTY : Form.of(fields.get(editing)));
    }

    @PostMapping
    View add(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam String name,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String choices,
            @RequestParam(defaultValue = "false") boolean guarded) {
        long id;
        try {
            id = fields.add(FieldWish.of(name, kind, choices, guarded));
        } catch (Refusal.Unusable e) {
            return wrong(response, new Form(0, name, kind, choices, guarded, words(e)));
        }
        return back(visitor, "The field is there, on every profile.", id, "archiving");
    }

    @PostMapping("/{id}")
    View change(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String choices,
            @RequestParam(defaultValue = "false") boolean guarded) {
        var kind = fields.get(id).kind().key();
        try {
            fields.change(id, FieldWish.of(name, kind, choices, guarded));
        } catch (Refusal.Unusable e) {
            return wrong(response, new Form(id, name, kind, choices, guarded, words(e)));
        }
        return back(visitor, "The field is changed.", id, "undoing");
    }

    @PostMapping("/{id}/undoing")
    View undo(Visitor visitor, @PathVariable long id) {
        fields.undo(id);
        return back(visitor, "The field is as it was before.", id, "undoing");
    }

    @PostMapping("/{id}/archiving")
    View archive(Visitor visitor, @PathVariable long id) {
        fields.archive(id, true);
        return back(
                visitor,
                "The field is archived. What was said in it is kept, and not shown.",
                id,
                "return");
    }

    @PostMapping("/{id}/return")
    View bringBack(Visitor visitor, @PathVariable long id) {
        fields.archive(id, false);
        return back(visitor, "The field is back, with what was said in it.", id, "archiving");
    }

    @PostMapping("/{id}/up")
    View up(Visitor visitor, @PathVariable long id) {
        fields.move(id, true);
        return back(visitor, "The order is changed.", id, "down");
    }

    @PostMapping("/{id}/down")
    View down(Visitor visitor, @PathVariable long id) {
        fields.move(id, false);
        return back(visitor, "The order is changed.", id, "up");
    }

    private View back(Visitor visitor, String words, long id, String undo) {
        var path = "/c/" + visitor.community().slug() + "/settings/fields";
        frames.say(Flash.undoable(words, path + "/%d/%s".formatted(id, undo)));
        return new RedirectView(path);
    }

    private View wrong(HttpServletResponse response, Form form) {
        response.setStatus(422);
        return view(form);
    }

    private static String words(Refusal e) {
        return String.valueOf(e.getMessage());
    }

    private View view(Form form) {
        var all = fields.counted();
        return html.render(
                "fields/fields",
                new Shown(
                        frames.desk(
                                "Fields of people",
                                "What you want to know of people besides what their accounts tell."),
                        all.stream().filter(f -> !f.archived()).toList(),
                        all.stream().filter(CustomField::archived).toList(),
                        form));
    }
}
