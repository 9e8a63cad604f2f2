package org.folkmoot.sources.outbox;

import gg.jte.Content;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Foreign;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One post, and what can be done about it where it was written.
@Controller
@Needs(Permission.SPEAK)
@RequestMapping("/c/{slug}/connections/post/{activity}")
class PostPage {

    private final Answering answering;
    private final Speaking speaking;
    private final Frames frames;
    private final Html html;

    PostPage(Answering answering, Speaking speaking, Frames frames, Html html) {
        this.answering = answering;
        this.speaking = speaking;
        this.frames = frames;
        this.html = html;
    }

    /// What `post.jte` shows.
    record Shown(Desk desk, long activity, Answering.Post post, String text, String error) {

        Content said() {
            var original = post.original();
            return Foreign.of(original.markup(), original.text(), _ -> null);
        }

        String thread() {
            return "%s/threads/%d".formatted(desk.home(), activity);
        }

        String action() {
            return "%s/connections/post/%d".formatted(desk.home(), activity);
        }
    }

    @GetMapping
    View show(Visitor visitor, @PathVariable long activity) {
        return show(visitor, activity, "", "");
    }

    private View show(Visitor visitor, long activity, String text, String error) {
        var post = answering.post(activity, visitor);
        var platform =
                post.ways().isEmpty()
                        ? post.original().platform()
                        : post.ways().getFirst().connector().title();
        return html.render(
                "sources/outbox/post",
                new Shown(
                        frames.desk(
                                "Answer on " + platform,
                                "It goes out after ten seconds, in which you can take it back."),
                        activity,
                        post,
                        text,
                        error));
    }

    @PostMapping
    View say(
            Visitor visitor,
            @PathVariable long activity,
            @RequestParam long source,
            @RequestParam String what,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String minutes) {
        var post = answering.post(activity, visitor);
        try {
            var said = said(post, source, what(what), text, minutes);
            var handed = speaking.say(source, said);
            frames.say(
                    Flash.undoable(
                            "It goes out in ten seconds.",
                            "/c/%s/connections/%d/said/%d/removal"
                                    .formatted(visitor.community().slug(), source, handed.id())));
        } catch (Refusal.Unusable e) {
            return show(visitor, activity, text, String.valueOf(e.getMessage()));
        }
        return new RedirectView("/c/%s/threads/%d".formatted(visitor.community().slug(), activity));
    }

    private static Said said(
            Answering.Post post, long source, Act.What what, String text, String minutes) {
        if (post.ways().stream().noneMatch(w -> w.source().id() == source && w.does(what))) {
            throw new Refusal.Unusable("This cannot be done from here, or not by you.");
        }
        if (!minutes.isBlank() && !minutes.strip().matches("[1-9]\\d{0,5}")) {
            throw new Refusal.Unusable("Say for how many minutes, as a number.");
        }
        return new Said(
                what,
                post.target(what),
                "",
                text,
                minutes.isBlank() ? Map.of() : Map.of("minutes", minutes.strip()),
                null);
    }

    private static Act.What what(String key) {
        try {
            return Act.What.valueOf(key.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal.Unusable("Say what shall be done.");
        }
    }
}
