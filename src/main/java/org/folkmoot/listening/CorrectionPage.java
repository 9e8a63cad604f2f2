package org.folkmoot.listening;

import java.time.Clock;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.language.Mood;
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

/// What was read out of one post, and a person's word on it. Who wrote it is not said here.
@Controller
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping("/c/{slug}/listening/{id:[0-9]+}")
class CorrectionPage {

    private final Corrections corrections;
    private final CorrectedPosts posts;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    CorrectionPage(
            Corrections corrections, CorrectedPosts posts, Frames frames, Html html, Clock clock) {
        this.corrections = corrections;
        this.posts = posts;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Sheet(Desk desk, Reader reader, CorrectedPosts.Post post) {

        String action() {
            return reader.home() + "/listening/" + post.id();
        }

        boolean sounds(Mood mood) {
            var said = post.said().mood();
            return mood == (said == null ? post.mood() : said);
        }

        boolean asks() {
            var said = post.said().asks();
            return said == null ? post.asks() : said;
        }
    }

    @GetMapping
    View show(Visitor visitor, @PathVariable long id) {
        return html.render(
                "listening/post",
                new Sheet(
                        frames.desk(
                                "What was read out of a post",
                                "A single post is often misread. Say how it sounds to you: that counts from then on."),
                        Reader.of(visitor, clock),
                        posts.one(id)));
    }

    /// @param sounds `positive`, `neutral` or `negative`; empty leaves it
    /// @param asks `yes` or `no`; empty leaves it
    /// @param back `thread` to go back to where it stands
    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    View correct(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sounds,
            @RequestParam(defaultValue = "") String asks,
            @RequestParam(defaultValue = "") String back) {
        Reader.mayRead(visitor);
        var given = Said.of(sounds, asks);
        var before = posts.one(id).said();
        corrections.say(id, given.over(before));
        frames.say(
                Flash.undoable(
                        given.mood() == null
                                ? asks.equals("yes")
                                        ? "It counts as a question now."
                                        : "It counts as no question now."
                                : "It counts as %s now.".formatted(given.sounds()),
                        undo(visitor, id, before)));
        return back.equals("thread")
                ? new RedirectView("/c/%s/threads/%d".formatted(visitor.community().slug(), id))
                : back(visitor, id);
    }

    /// Takes all back that was said of it.
    @PostMapping("/removal")
    @Needs(Permission.EDIT_PEOPLE)
    View remove(Visitor visitor, @PathVariable long id) {
        Reader.mayRead(visitor);
        var before = corrections.say(id, Said.NOTHING);
        frames.say(Flash.undoable("It counts as it was read again.", undo(visitor, id, before)));
        return back(visitor, id);
    }

    /// Says of it again what was said before.
    @PostMapping("/return")
    @Needs(Permission.EDIT_PEOPLE)
    View restore(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sounds,
            @RequestParam(defaultValue = "") String asks) {
        Reader.mayRead(visitor);
        corrections.say(id, Said.of(sounds, asks));
        frames.say(Flash.good("It is as it was before."));
        return back(visitor, id);
    }

    private static String undo(Visitor visitor, long id, Said before) {
        return "/c/%s/listening/%d/return?sounds=%s&asks=%s"
                .formatted(visitor.community().slug(), id, before.sounds(), before.asked());
    }

    private static View back(Visitor visitor, long id) {
        return new RedirectView("/c/%s/listening/%d".formatted(visitor.community().slug(), id));
    }
}
