package org.folkmoot.ties;

import java.time.Clock;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Decides on introductions, and looks for new ones.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/introductions")
class IntroducingPage {

    private final IntroductionsPage page;
    private final Introductions introductions;
    private final Moves moves;
    private final Following following;
    private final Suggesting suggesting;
    private final Trail trail;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    IntroducingPage(
            IntroductionsPage page,
            Introductions introductions,
            Moves moves,
            Following following,
            Suggesting suggesting,
            Trail trail,
            Frames frames,
            Html html,
            Clock clock) {
        this.page = page;
        this.introductions = introductions;
        this.moves = moves;
        this.following = following;
        this.suggesting = suggesting;
        this.trail = trail;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @PostMapping("/{id}")
    View move(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam("do") String verdict,
            @RequestParam(required = false) @Nullable String draft) {
        var was = introductions.get(id);
        var reader = Reader.of(visitor, clock);
        try {
            if (verdict.equals("keep")) {
                introductions.keep(id, draft == null ? "" : draft);
                trail.record("introduction rewritten", "introduction", Long.toString(id), Map.of());
                frames.say(Flash.good("The message is kept."));
            } else {
                var to = Introduction.State.of(verdict);
                var n = moves.move(id, to, draft);
                frames.say(
                        Flash.undoable(
                                said(to, was, reader),
                                "%s/introductions/%d/undoing?step=%d"
                                        .formatted(reader.home(), id, n)));
            }
        } catch (Refusal.Unusable e) {
            if (draft != null && (draft.strip().isEmpty() || draft.length() > Introduction.DRAFT)) {
                var words = String.valueOf(e.getMessage());
                return html.render(
                        "ties/introductions",
                        page.shelf(
                                visitor,
                                was.state().key(),
                                null,
                                Long.MAX_VALUE,
                                words,
                                id,
                                draft));
            }
            throw e;
        }
        return back(reader, was.state());
    }

    @PostMapping("/{id}/undoing")
    View undo(Visitor visitor, @PathVariable long id, @RequestParam int step) {
        var done = moves.takeBack(id, step);
        frames.say(
                Flash.good(
                        done
                                ? "Taken back: it is where it was."
                                : "A colleague has gone on from there. Nothing was taken back."));
        return back(Reader.of(visitor, clock), introductions.get(id).state());
    }

    @PostMapping
    View look(Visitor visitor) {
        if (!following.soon()) {
            frames.say(
                    Flash.good(
                            "Who knows whom is still being worked out, in the background. Look again in a while: suggestions come by themselves, too."));
            return back(Reader.of(visitor, clock), Introduction.State.SUGGESTED);
        }
        var done = suggesting.run();
        trail.record(
                "introductions looked for",
                "introduction",
                null,
                Map.of("found", done.found(), "met", done.met()));
        frames.say(
                Flash.good(
                        done.found() == 0
                                ? "Nobody new was found who should be introduced."
                                : done.found() == 1
                                        ? "One new suggestion."
                                        : "%d new suggestions.".formatted(done.found())));
        return back(Reader.of(visitor, clock), Introduction.State.SUGGESTED);
    }

    private static String said(Introduction.State to, Introduction was, Reader reader) {
        var both =
                "%s and %s"
                        .formatted(reader.name(was.one().name()), reader.name(was.other().name()));
        return switch (to) {
            case ACCEPTED -> "Accepted: %s. The message waits to be sent.".formatted(both);
            case SENT -> "Marked as sent: %s.".formatted(both);
            case ANSWERED -> "Noted: %s met.".formatted(both);
            case DISMISSED ->
                    "Not now: %s. They are not suggested again for a year.".formatted(both);
            case NEVER -> "Never: %s are not suggested again.".formatted(both);
            case SUGGESTED -> both;
        };
    }

    private static View back(Reader reader, Introduction.State state) {
        return new RedirectView(
                state == Introduction.State.SUGGESTED
                        ? reader.home() + "/introductions"
                        : reader.home() + "/introductions?state=" + shelf(state));
    }

    private static String shelf(Introduction.State state) {
        return state == Introduction.State.NEVER ? "dismissed" : state.key();
    }
}
