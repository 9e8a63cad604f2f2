package org.folkmoot.listening;

import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Drafts by a language model: what would be sent, and after a click what came back. It is kept
/// nowhere and posted nowhere.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/listening/draft/{thread:[0-9]+}/{what}")
class DraftPage {

    private final ModelSettings settings;
    private final ModelLine line;
    private final ModelUse use;
    private final DraftPosts posts;
    private final Frames frames;
    private final Html html;

    DraftPage(
            ModelSettings settings,
            ModelLine line,
            ModelUse use,
            DraftPosts posts,
            Frames frames,
            Html html) {
        this.settings = settings;
        this.line = line;
        this.use = use;
        this.posts = posts;
        this.frames = frames;
        this.html = html;
    }

    /// @param body what is or was sent
    /// @param text what came back; null before
    /// @param left how often it may be asked today
    record Sheet(
            Desk desk,
            String home,
            Draft draft,
            String host,
            String body,
            int left,
            @Nullable String text) {

        String seen() {
            return Integer.toHexString(body.hashCode());
        }
    }

    @GetMapping
    View show(Visitor visitor, @PathVariable long thread, @PathVariable String what) {
        var model = model(visitor);
        var draft = draft(thread, what);
        return sheet(visitor, model, draft, null);
    }

    /// @param seen tells what was shown from what would be sent now
    @PostMapping
    View ask(
            Visitor visitor,
            @PathVariable long thread,
            @PathVariable String what,
            @RequestParam String seen) {
        var model = model(visitor);
        var draft = draft(thread, what);
        var body = draft.body(model.name());
        if (!Integer.toHexString(body.hashCode()).equals(seen)) {
            throw new Refusal.OutOfDate("what would be sent");
        }
        use.begin(model.daily(), draft, model.name(), body.length());
        var text = line.ask(model, body);
        use.came(text.length());
        return sheet(visitor, model, draft, text);
    }

    private View sheet(
            Visitor visitor, ModelSettings.Model model, Draft draft, @Nullable String text) {
        return html.render(
                "listening/draft",
                new Sheet(
                        frames.desk(
                                draft.what().title(),
                                "By a language model. Somebody of you reads it before anybody else does."),
                        "/c/" + visitor.community().slug(),
                        draft,
                        model.host(),
                        draft.body(model.name()),
                        use.left(model.daily()),
                        text));
    }

    private ModelSettings.Model model(Visitor visitor) {
        Reader.mayRead(visitor);
        var model = settings.model();
        if (model == null) {
            throw new Refusal.NotFound("A language model");
        }
        return model;
    }

    private Draft draft(long thread, String what) {
        var all = posts.of(thread);
        if (all.isEmpty()) {
            throw new Refusal.NotFound("This thread");
        }
        var draft = Draft.of(thread, Draft.What.of(what), all);
        if (draft.posts() == 0 || (draft.what() == Draft.What.ANSWER && !all.getFirst().usable())) {
            throw new Refusal.Unusable(
                    "What it is about may not be used: whoever wrote it objected, or restricted the use of their data.");
        }
        return draft;
    }
}
