package org.folkmoot.members;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where conditions are put together, by choosing or as text, and seen at work before they are
/// saved under a name.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/segments/editor")
class SegmentEditorPage {

    private final Segments segments;
    private final Criteria criteria;
    private final SegmentEditing editing;
    private final Frames frames;
    private final Html html;

    SegmentEditorPage(
            Segments segments,
            Criteria criteria,
            SegmentEditing editing,
            Frames frames,
            Html html) {
        this.segments = segments;
        this.criteria = criteria;
        this.editing = editing;
        this.frames = frames;
        this.html = html;
    }

    @GetMapping
    View show(
            Visitor visitor,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam MultiValueMap<String, String> params) {
        var segment = id == 0 ? null : segments.get(id);
        var asked = params.keySet().stream().anyMatch(k -> !k.equals("id"));
        try {
            var query =
                    segment != null && !asked
                            ? segment.query(criteria)
                            : PeopleQuery.of(params, criteria);
            var root = Draft.of(query.whole());
            return shown(
                    editing.editor(
                            visitor,
                            id,
                            segment == null ? "" : segment.name(),
                            root.of().isEmpty()
                                    ? new Draft.Group(root.mode(), List.of(Draft.Row.NEW))
                                    : root,
                            null,
                            "",
                            ""));
        } catch (Refusal.Unusable e) {
            var text = params.getFirst("where");
            return shown(
                    editing.editor(
                            visitor,
                            id,
                            segment == null ? "" : segment.name(),
                            new Draft.Group(Draft.Mode.ALL, List.of(Draft.Row.NEW)),
                            text == null ? "" : text,
                            String.valueOf(e.getMessage()),
                            ""));
        }
    }

    /// What was put together so far, with the step that a button asks for.
    @PostMapping
    View draft(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "do", defaultValue = "") String action) {
        if (!action.equals("text")) {
            return shown(
                    editing.editor(
                            visitor, id, name, new DraftForm(fields, action).draft(), null, "", ""),
                    response);
        }
        try {
            return shown(
                    editing.editor(visitor, id, name, Draft.of(criteria.read(text)), null, "", ""),
                    response);
        } catch (Refusal.Unusable e) {
            var before = new DraftForm(fields, "").draft();
            return shown(
                    editing.editor(
                            visitor, id, name, before, text, String.valueOf(e.getMessage()), ""));
        }
    }

    @PostMapping("/saved")
    @Needs(Permission.EDIT_PEOPLE)
    View save(
            Visitor visitor,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam String name,
            @RequestParam String query) {
        var wanted = PeopleQuery.of(query, criteria);
        try {
            return new RedirectView(
                    "/c/%s/segments/%d"
                            .formatted(
                                    visitor.community().slug(), stored(visitor, id, name, wanted)));
        } catch (Refusal.Unusable e) {
            return shown(
                    editing.editor(
                            visitor,
                            id,
                            name,
                            Draft.of(wanted.whole()),
                            null,
                            "",
                            String.valueOf(e.getMessage())));
        }
    }

    private long stored(Visitor visitor, long id, String name, PeopleQuery wanted) {
        if (id == 0) {
            var saved = segments.save(name, wanted);
            frames.say(Flash.good("The segment %s is saved.".formatted(name.strip())));
            return saved;
        }
        var before = segments.get(id);
        if (!before.name().equals(name.strip())) {
            segments.rename(id, name);
        }
        segments.change(id, wanted);
        frames.say(
                Flash.undoable(
                        "The segment %s is changed.".formatted(name.strip()),
                        "/c/%s/segments/editor/saved?id=%d&name=%s&query=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        id,
                                        PeopleQuery.encoded(before.name()),
                                        PeopleQuery.encoded(before.address()))));
        return id;
    }

    /// The address follows what is put together.
    private View shown(SegmentEditor editor, HttpServletResponse response) {
        if (editor.found() != null) {
            response.setHeader(
                    "HX-Replace-Url",
                    editor.path("/editor?")
                            + (editor.id() == 0 ? "" : "id=" + editor.id() + "&")
                            + (editor.found().address().isEmpty()
                                    ? "where=everyone"
                                    : editor.found().address()));
        }
        return shown(editor);
    }

    private View shown(SegmentEditor editor) {
        return html.render("members/segmenteditor", editor);
    }
}
