package org.folkmoot.identity;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What was joined at once, step by step: any of it can be undone, or all.
@Controller
@Needs(Permission.SEE_PEOPLE)
class BatchPage {

    private static final int STEPS = 100;

    private final WhoIsWho known;
    private final Batches batches;
    private final Telling telling;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    BatchPage(
            WhoIsWho known,
            Batches batches,
            Telling telling,
            Frames frames,
            Html html,
            Clock clock) {
        this.known = known;
        this.batches = batches;
        this.telling = telling;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param all whether nothing of the batch is left out
    record Whole(
            Desk desk,
            Reader reader,
            long batch,
            boolean all,
            List<Telling.Row> rows,
            Pager pager) {

        boolean holds() {
            return rows.stream().anyMatch(r -> r.step().undoneBy() == null);
        }
    }

    @GetMapping("/c/{slug}/people/merges/{batch}")
    View batch(
            Visitor visitor,
            @PathVariable long batch,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(defaultValue = "0") long after) {
        var reader = Reader.of(visitor, clock);
        var found =
                person == null
                        ? batches.steps(batch, after, STEPS + 1)
                        : known.history(telling.identities(person)).stream()
                                .filter(s -> s.batch() == batch)
                                .limit(STEPS)
                                .toList();
        if (found.isEmpty()) {
            throw new Refusal.NotFound("This list");
        }
        var page = found.stream().limit(STEPS).toList();
        var path = reader.people("/merges/" + batch);
        var more = found.size() > STEPS ? path + "?after=" + page.getLast().id() : null;
        var lede =
                "%s, %s. Choose what to undo, or undo all of it."
                        .formatted(
                                Reader.by(page.getFirst().by()),
                                reader.when().words(page.getFirst().at()));
        return html.render(
                "identity/batch",
                new Whole(
                        frames.desk(
                                page.getFirst().other() == null && page.getLast().other() == null
                                        ? "Parted at once"
                                        : "Joined at once",
                                lede),
                        reader,
                        batch,
                        person == null,
                        telling.rows(page, reader),
                        new Pager("Oldest first", after == 0 ? null : path, more)));
    }
}
