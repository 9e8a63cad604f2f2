package org.folkmoot.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Pairs that may be one person, the likeliest first: decided one after the other, by keys or by
/// buttons, with the next one there at once.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/people/duplicates")
class DuplicatesPage {

    private final Candidates candidates;
    private final Answering answering;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    DuplicatesPage(
            Candidates candidates, Answering answering, Frames frames, Html html, Clock clock) {
        this.candidates = candidates;
        this.answering = answering;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param pairs the next few, the first of them to decide now
    /// @param said what became of the one before; null at first
    record Queue(
            Desk desk,
            Reader reader,
            List<Candidates.Candidate> pairs,
            String left,
            @Nullable Flash said) {}

    /// @param words "6 pairs may be one person"; empty when there are none
    record Open(Reader reader, String words) {}

    @GetMapping
    View show(Visitor visitor, @RequestParam(required = false) @Nullable String first) {
        return html.render("identity/duplicates", queue(visitor, pair(first), null));
    }

    /// How many there are, as a link; nothing when there are none.
    @GetMapping("/open")
    View open(Visitor visitor) {
        var reader = Reader.of(visitor, clock);
        return html.render("identity/open", new Open(reader, candidates.open(reader)));
    }

    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    View decide(
            Visitor visitor,
            @RequestParam String pair,
            @RequestParam("do") String verdict,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String swap) {
        var both = Objects.requireNonNull(pair(pair));
        var words = candidates.words(both, Reader.of(visitor, clock));
        var outcome =
                switch (verdict) {
                    case "join" -> answering.join(both);
                    case "different" -> answering.refuse(both);
                    case "later" -> answering.later(both);
                    default -> throw new Refusal.Unusable("Choose join, not the same, or later.");
                };
        return answer(visitor, said(visitor, both, verdict, words, outcome), null, swap != null);
    }

    @PostMapping("/undoing")
    @Needs(Permission.EDIT_PEOPLE)
    View undo(
            Visitor visitor,
            @RequestParam String pair,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String swap) {
        var both = Objects.requireNonNull(pair(pair));
        var done = answering.takeBack(both, batch);
        return answer(
                visitor,
                Flash.good(
                        done
                                ? "Taken back: it is open again."
                                : "This was taken back already. Nothing is left to do."),
                both,
                swap != null);
    }

    private View answer(Visitor visitor, Flash flash, @Nullable Pair first, boolean swap) {
        if (swap) {
            return html.render("identity/candidates", queue(visitor, first, flash));
        }
        frames.say(flash);
        var path = Reader.of(visitor, clock).people("/duplicates");
        return new RedirectView(first == null ? path : path + "?first=" + text(first));
    }

    private Queue queue(Visitor visitor, @Nullable Pair first, @Nullable Flash flash) {
        var reader = Reader.of(visitor, clock);
        var pairs = new ArrayList<>(candidates.next(first, reader));
        var left = candidates.left(reader);
        return new Queue(frames.desk("Duplicates", left), reader, pairs, left, flash);
    }

    private Flash said(
            Visitor visitor, Pair pair, String verdict, String words, Answering.Outcome outcome) {
        return switch (outcome) {
            case Answering.Outcome.Decided(var batch) -> {
                var href =
                        Reader.of(visitor, clock)
                                .people("/duplicates/undoing?pair=%s".formatted(text(pair)));
                yield Flash.undoable(
                        switch (verdict) {
                            case "join" -> "Joined: %s are one person.".formatted(words);
                            case "different" -> "Not the same: %s.".formatted(words);
                            default -> "In a week again: %s.".formatted(words);
                        },
                        batch == null ? href : href + "&batch=" + batch);
            }
            case Answering.Outcome.Quicker(var state, var by) ->
                    Flash.good(quicker(state, by == null ? "Someone" : Reader.by(by), words));
        };
    }

    private static String quicker(String state, String by, String words) {
        return switch (state) {
            case "merged" -> "%s was quicker and joined %s. Here is the next.".formatted(by, words);
            case "refused" ->
                    "%s was quicker: %s are not the same. Here is the next.".formatted(by, words);
            case "later" ->
                    "%s was quicker and put %s off for a week. Here is the next."
                            .formatted(by, words);
            default -> "%s need no decision any more. Here is the next.".formatted(words);
        };
    }

    static String text(Pair pair) {
        return "%d-%d".formatted(pair.one(), pair.other());
    }

    private static @Nullable Pair pair(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var numbers = text.toLowerCase(Locale.ROOT).split("-", -1);
        try {
            return new Pair(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal.Unusable("Which two are meant cannot be read. Reload the page.");
        }
    }
}
