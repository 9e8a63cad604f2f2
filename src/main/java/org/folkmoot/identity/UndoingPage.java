package org.folkmoot.identity;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The way back: how many people become how many, before it is done.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/people/merges/undoing")
class UndoingPage {

    private static final int MOST = 1_000;

    private final Merging merging;
    private final WhoIsWho known;
    private final Batches batches;
    private final Foresight foresight;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    UndoingPage(
            Merging merging,
            WhoIsWho known,
            Batches batches,
            Foresight foresight,
            Frames frames,
            Html html,
            Clock clock) {
        this.merging = merging;
        this.known = known;
        this.batches = batches;
        this.foresight = foresight;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// Where a batch is undone by POST.
    ///
    /// @param person whose profile is shown afterwards
    static String address(Reader reader, long batch, long person) {
        return reader.people("/merges/undoing?batch=%d&person=%d".formatted(batch, person));
    }

    /// @param steps that would be undone
    /// @param query the same again, for the address it is sent to
    record Undoing(Desk desk, Reader reader, int steps, String query, Foresight.Preview preview) {}

    @GetMapping
    View confirm(
            Visitor visitor,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(required = false) @Nullable List<Long> step,
            @RequestParam(required = false) @Nullable Long person) {
        var reader = Reader.of(visitor, clock);
        var steps = holding(batch, step);
        var preview = foresight.undoing(steps);
        var query =
                batch != null
                        ? "batch=" + batch
                        : steps.stream()
                                .map(s -> "step=" + s.id())
                                .collect(Collectors.joining("&"));
        return html.render(
                "identity/undoing",
                new Undoing(
                        frames.desk(
                                steps.size() == 1
                                        ? "Undo this?"
                                        : "Undo %s at once?".formatted(reader.number(steps.size())),
                                preview.nothing()
                                        ? "Other steps hold these people as they are: nothing would change by it."
                                        : "%s would become %s."
                                                .formatted(
                                                        reader.many(preview.was()),
                                                        reader.number(preview.will()))),
                        reader,
                        steps.size(),
                        person == null ? query : query + "&person=" + person,
                        preview));
    }

    @PostMapping
    View undo(
            Visitor visitor,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(required = false) @Nullable List<Long> step,
            @RequestParam(required = false) @Nullable Long person) {
        var reader = Reader.of(visitor, clock);
        var steps = holding(batch, step);
        var preview = foresight.undoing(steps);
        if (batch != null) {
            merging.undoBatch(batch);
        } else {
            merging.undo(steps.stream().map(Step::id).toList());
        }
        frames.say(
                Flash.good(
                        preview.nothing()
                                ? "Undone. Other steps still hold these people as they are."
                                : "Undone: %s became %s."
                                        .formatted(
                                                reader.many(preview.was()),
                                                reader.number(preview.will()))));
        return new RedirectView(reader.people(person == null ? "/merges" : "/" + person));
    }

    private List<Step> holding(@Nullable Long batch, @Nullable List<Long> step) {
        if (step != null && step.size() > MOST) {
            throw new Refusal.Unusable(
                    "At most %d steps are undone at once. Undo the whole list instead."
                            .formatted(MOST));
        }
        var all =
                batch != null ? known.batch(batch) : batches.named(step == null ? List.of() : step);
        var holding = all.stream().filter(s -> s.undoneBy() == null).toList();
        if (holding.isEmpty()) {
            throw new Refusal.Unusable(
                    step == null && batch == null
                            ? "Choose at least one step to undo."
                            : "This was undone already. Nothing is left to do.");
        }
        return holding;
    }
}
