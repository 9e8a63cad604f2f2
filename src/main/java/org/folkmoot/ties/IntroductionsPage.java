package org.folkmoot.ties;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who should know each other: suggestions with why, a message to send, and what became of it.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/introductions")
class IntroductionsPage {

    private static final int ROWS = 10;

    private final Introductions introductions;
    private final Effect.Counting effects;
    private final Acquaintance acquaintance;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    IntroductionsPage(
            Introductions introductions,
            Effect.Counting effects,
            Acquaintance acquaintance,
            Frames frames,
            Html html,
            Clock clock) {
        this.introductions = introductions;
        this.effects = effects;
        this.acquaintance = acquaintance;
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

    /// A page of one state.
    Shelf shelf(
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
                var with =
                        s == Introduction.State.DISMISSED ? n + counts.getOrDefault("never", 0) : n;
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
}
