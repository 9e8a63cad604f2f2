package org.folkmoot.ties;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who should know each other: suggestions with why, a message to send, and what became of it.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/introductions")
class IntroductionsPage {

    private static final int ROWS = 10;

    private final Introductions introductions;
    private final Effect.Counting effects;
    private final Acquaintance acquaintance;
    private final Following following;
    private final Suggesting suggesting;
    private final Trail trail;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    IntroductionsPage(
            Introductions introductions,
            Effect.Counting effects,
            Acquaintance acquaintance,
            Following following,
            Suggesting suggesting,
            Trail trail,
            Frames frames,
            Html html,
            Clock clock) {
        this.introductions = introductions;
        this.effects = effects;
        this.acquaintance = acquaintance;
        this.following = following;
        this.suggesting = suggesting;
        this.trail = trail;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param shelf `suggested`, `accepted`, `sent`, `answered` or `dismissed`
    /// @param of only what concerns this person; null for all
    /// @param willing whether anybody said to be willing to help newcomers
    /// @param wrong what was wrong with the draft just given; empty for nothing
    /// @param wrongId with the draft of which one; 0 for none
    /// @param typed that draft
    record Shelf(
            Desk desk,
            Reader reader,
            String shelf,
            List<Tab> tabs,
            @Nullable Long of,
            List<Introduction> rows,
            boolean willing,
            @Nullable Pager pager,
            String wrong,
            long wrongId,
            String typed) {

        String path(Introduction one, String below) {
            return reader.home() + "/introductions/" + one.id() + below;
        }

        String draft(Introduction one) {
            return one.id() == wrongId ? typed : one.draft();
        }
    }

    @GetMapping
    View show(
            Visitor visitor,
            @RequestParam(defaultValue = "suggested") String state,
            @RequestParam(required = false) @Nullable Long of,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        return html.render("ties/introductions", shelf(visitor, state, of, before, "", 0, ""));
    }

    private Shelf shelf(
            Visitor visitor,
            String state,
            @Nullable Long of,
            long before,
            String wrong,
            long wrongId,
            String typed) {
        var reader = Reader.of(visitor, clock);
        var asked = Introduction.State.of(state);
        var states =
                asked == Introduction.State.DISMISSED
                        ? List.of(asked, Introduction.State.NEVER)
                        : List.of(asked);
        var rows = introductions.list(states, of, before, ROWS + 1);
        var counts = introductions.counts();
        var tabs = new ArrayList<Tab>();
        for (var s : Introduction.State.values()) {
            if (s != Introduction.State.NEVER) {
                var n = counts.getOrDefault(s.key(), 0);
                var with = s == Introduction.State.DISMISSED ? n + counts.getOrDefault("never", 0) : n;
                tabs.add(
                        new Tab(
                                s.words(),
                                "%s/introductions?state=%s".formatted(reader.home(), s.key()),
                                with == 0 ? "" : reader.number(with),
                                s == asked));
            }
        }
        var more = rows.size() > ROWS;
        var shown = rows.stream().limit(ROWS).toList();
        var effect = effects.count(clock.instant()).words();
        return new Shelf(
                frames.desk(
                        "Introductions",
                        effect.isEmpty() ? "People who might gain by knowing each other." : effect),
                reader,
                state,
                tabs,
                of,
                shown,
                acquaintance.someoneWilling(),
                more && asked != Introduction.State.SUGGESTED
                        ? new Pager(
                                "",
                                null,
                                "%s/introductions?state=%s&before=%d"
                                        .formatted(reader.home(), state, shown.getLast().id()))
                        : null,
                wrong,
                wrongId,
                typed);
    }

    @PostMapping("/{id}")
    @Needs(Permission.EDIT_PEOPLE)
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
                trail.record(
                        "introduction rewritten", "introduction", Long.toString(id), Map.of());
                frames.say(Flash.good("The message is kept."));
            } else {
                var to = Introduction.State.of(verdict);
                var n = introductions.move(id, to, draft);
                frames.say(
                        Flash.undoable(
                                said(to, was, reader),
                                "%s/introductions/%d/undoing?step=%d"
                                        .formatted(reader.home(), id, n)));
            }
        } catch (Refusal.Unusable e) {
            if (draft == null || draft.strip().isEmpty() || draft.length() > Introduction.DRAFT) {
                var words = String.valueOf(e.getMessage());
                return html.render(
                        "ties/introductions",
                        shelf(
                                visitor,
                                was.state().key(),
                                null,
                                Long.MAX_VALUE,
                                words,
                                id,
                                draft == null ? "" : draft));
            }
            throw e;
        }
        return back(reader, was.state());
    }

    @PostMapping("/{id}/undoing")
    @Needs(Permission.EDIT_PEOPLE)
    View undo(Visitor visitor, @PathVariable long id, @RequestParam int step) {
        var done = introductions.takeBack(id, step);
        frames.say(
                Flash.good(
                        done
                                ? "Taken back: it is where it was."
                                : "A colleague has gone on from there. Nothing was taken back."));
        return back(Reader.of(visitor, clock), introductions.get(id).state());
    }

    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    View look(Visitor visitor) {
        following.run();
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
            case DISMISSED -> "Not now: %s. They are not suggested again for a year.".formatted(both);
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
