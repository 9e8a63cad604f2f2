package org.folkmoot.ties;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Kind;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whom one person knows: a tab of their profile, and the list behind each tie.
@Controller
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping("/c/{slug}/ties")
class PersonTies {

    private static final int ROWS = 30;
    private static final int LISTED = 100;

    private final Ties ties;
    private final Surroundings surroundings;
    private final Exchanges exchanges;
    private final Fading fading;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    PersonTies(
            Ties ties,
            Surroundings surroundings,
            Exchanges exchanges,
            Fading fading,
            Frames frames,
            Html html,
            Clock clock) {
        this.ties = ties;
        this.surroundings = surroundings;
        this.exchanges = exchanges;
        this.fading = fading;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param half after so many days a tie weighs half
    record Known(Reader reader, long member, List<Tie> ties, int half) {

        String between(Tie tie) {
            return "%s/ties/between/%d/%d".formatted(reader.home(), member, tie.member());
        }
    }

    /// @param tie null when they do not know each other
    record Pair(
            Desk desk,
            Reader reader,
            Surroundings.Node one,
            Surroundings.Node other,
            @Nullable Tie tie,
            @Nullable String what,
            List<Exchanges.Exchange> exchanges) {

        String who(Exchanges.Exchange e) {
            return reader.name(e.by() == one.member() ? one.name() : other.name());
        }

        String did(Exchanges.Exchange e) {
            var whom = reader.name(e.by() == one.member() ? other.name() : one.name());
            return e.what().equals("mention")
                    ? "named " + whom
                    : "%s, to %s".formatted(Kind.of(e.kind()).verb(), whom);
        }

        String path(@Nullable String only) {
            var path =
                    "%s/ties/between/%d/%d".formatted(reader.home(), one.member(), other.member());
            return only == null ? path : path + "?what=" + only;
        }
    }

    @GetMapping("/of/{member}")
    View of(Visitor visitor, @PathVariable long member) {
        var reader = Reader.of(visitor, clock);
        return html.render(
                "ties/of",
                new Known(
                        reader,
                        member,
                        ties.of(member, reader.today(), ROWS, 0),
                        fading.halfLife()));
    }

    @GetMapping("/between/{one}/{other}")
    View between(
            Visitor visitor,
            @PathVariable long one,
            @PathVariable long other,
            @RequestParam(required = false) @Nullable String what) {
        var reader = Reader.of(visitor, clock);
        var nodes = surroundings.nodes(List.of(one, other));
        if (nodes.size() != 2 || one == other) {
            throw new Refusal.NotFound("One of these people");
        }
        if (what != null && !List.of("reply", "review", "mention").contains(what)) {
            throw new Refusal.Unusable("Ask for reply, review or mention.");
        }
        var tie = ties.one(one, other, reader.today()).orElse(null);
        var names =
                "%s and %s"
                        .formatted(
                                reader.name(nodes.getFirst().name()),
                                reader.name(nodes.getLast().name()));
        return html.render(
                "ties/between",
                new Pair(
                        frames.desk(
                                names,
                                tie == null
                                        ? "They have not met yet."
                                        : "%s, last on %s."
                                                .formatted(
                                                        tie.why(),
                                                        reader.when()
                                                                .date(reader.noon(tie.last())))),
                        reader,
                        nodes.getFirst(),
                        nodes.getLast(),
                        tie,
                        what,
                        exchanges.between(one, other, what, LISTED)));
    }
}
