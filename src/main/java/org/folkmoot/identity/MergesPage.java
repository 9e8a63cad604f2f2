package org.folkmoot.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.PeopleFinder.Owned;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The log of all that was joined and parted: who said so, when and why, and the way back.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/people")
class MergesPage {

    private static final int PAGE = 50;
    private static final int SHOWN_WHOLE = 3;
    private static final int STEPS = 100;

    private final WhoIsWho known;
    private final Batches batches;
    private final PeopleFinder finder;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    MergesPage(
            WhoIsWho known,
            Batches batches,
            PeopleFinder finder,
            Frames frames,
            Html html,
            Clock clock) {
        this.known = known;
        this.batches = batches;
        this.finder = finder;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param person whom alone it is about; null for everybody
    record Log(
            Desk desk,
            Reader reader,
            PeopleFinder.@Nullable Found person,
            List<Line> lines,
            Pager pager) {}

    /// @param steps all of the batch where one sentence says them, else none
    /// @param whose the person it is about by now; null where there are many, or nobody any more
    record Line(Batches.Batch batch, String words, List<Step> steps, @Nullable Owned whose) {

        List<Evidence> evidence() {
            return steps.isEmpty() ? List.of() : steps.getLast().evidence();
        }

        /// What its undoing is asked by; empty where the whole batch is more than this line.
        String undoing() {
            return steps.stream()
                    .filter(s -> s.undoneBy() == null)
                    .map(s -> "step=" + s.id())
                    .collect(Collectors.joining("&"));
        }

        @Nullable Step undone() {
            return steps.stream().filter(s -> s.undoneBy() != null).findFirst().orElse(null);
        }
    }

    /// Of one batch, or of one person.
    record Row(Step step, String words, @Nullable Owned whose) {}

    /// @param all whether nothing of the batch is left out
    record Whole(Desk desk, Reader reader, long batch, boolean all, List<Row> rows, Pager pager) {
        boolean holds() {
            return rows.stream().anyMatch(r -> r.step().undoneBy() == null);
        }
    }

    /// What made one person of these accounts.
    record Grounds(Reader reader, long member, List<Row> rows) {}

    @GetMapping("/merges")
    View log(
            Visitor visitor,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable Long before) {
        var reader = Reader.of(visitor, clock);
        var about = person == null ? null : finder.one(person, reader.contacts());
        var from = before == null ? Long.MAX_VALUE : before;
        var ids = about == null ? List.<Long>of() : identities(about.member());
        var found =
                about == null ? batches.before(from, PAGE + 1) : batches.of(ids, from, PAGE + 1);
        var page = found.stream().limit(PAGE).toList();
        var whole =
                page.stream()
                        .filter(b -> b.steps() <= SHOWN_WHOLE)
                        .map(Batches.Batch::id)
                        .collect(Collectors.toSet());
        var steps = about == null ? batches.steps(whole) : batches.steps(whole, ids);
        var accounts = accounts(steps, reader);
        var byBatch = steps.stream().collect(Collectors.groupingBy(Step::batch));
        var lines =
                page.stream()
                        .map(
                                b ->
                                        line(
                                                b,
                                                byBatch.getOrDefault(b.id(), List.of()),
                                                accounts,
                                                reader))
                        .toList();
        var path = reader.people("/merges?") + (about == null ? "" : "person=" + about.member());
        var more = found.size() > PAGE ? path + "&before=" + page.getLast().id() : null;
        return html.render(
                "identity/merges",
                new Log(
                        frames.desk("Joined and parted", lede(about)),
                        reader,
                        about,
                        lines,
                        new Pager("Newest first", before == null ? null : path, more)));
    }

    private static String lede(PeopleFinder.@Nullable Found about) {
        return about == null
                ? "Who was said to be whom, by whom and why. All of it can be undone, in any order."
                : "What was joined and parted of %s. All of it can be undone, in any order."
                        .formatted(about.name());
    }

    private static Line line(
            Batches.Batch batch, List<Step> steps, Map<Long, Owned> accounts, Reader reader) {
        if (Sentences.sayAll(steps)) {
            return new Line(
                    batch,
                    Sentences.of(steps, accounts),
                    steps,
                    accounts.get(steps.getLast().one()));
        }
        var words = "Joined %s at once".formatted(reader.accounts(batch.steps()));
        return new Line(batch, words, List.of(), null);
    }

    @GetMapping("/merges/{batch}")
    View batch(
            Visitor visitor,
            @PathVariable long batch,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(defaultValue = "0") long after) {
        var reader = Reader.of(visitor, clock);
        var found =
                person == null
                        ? batches.steps(batch, after, STEPS + 1)
                        : known.history(identities(person)).stream()
                                .filter(s -> s.batch() == batch)
                                .limit(STEPS)
                                .toList();
        if (found.isEmpty()) {
            throw new Refusal.NotFound("This list");
        }
        var page = found.stream().limit(STEPS).toList();
        var path = reader.people("/merges/" + batch);
        return html.render(
                "identity/batch",
                new Whole(
                        frames.desk(
                                "Joined at once",
                                "%s, %s. Choose what to undo, or undo all of it."
                                        .formatted(
                                                Reader.by(page.getFirst().by()),
                                                reader.when().words(page.getFirst().at()))),
                        reader,
                        batch,
                        person == null,
                        rows(page, reader),
                        new Pager(
                                "Oldest first",
                                after == 0 ? null : path,
                                found.size() > STEPS
                                        ? path + "?after=" + page.getLast().id()
                                        : null)));
    }

    @GetMapping("/{id}/grounds")
    View grounds(Visitor visitor, @PathVariable long id) {
        var reader = Reader.of(visitor, clock);
        var holding =
                known.history(identities(id)).stream().filter(s -> s.undoneBy() == null).toList();
        return html.render("identity/grounds", new Grounds(reader, id, rows(holding, reader)));
    }

    private List<Row> rows(List<Step> steps, Reader reader) {
        var accounts = accounts(steps, reader);
        var rows = new ArrayList<Row>();
        steps.forEach(
                step ->
                        rows.add(
                                new Row(
                                        step,
                                        Sentences.of(step, accounts),
                                        accounts.get(step.one()))));
        return rows;
    }

    private Map<Long, Owned> accounts(List<Step> steps, Reader reader) {
        return finder.accounts(
                steps.stream()
                        .flatMap(s -> Stream.of(s.one(), s.other()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                reader.contacts());
    }

    private List<Long> identities(long member) {
        return finder.identities(List.of(member)).values().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This person"));
    }
}
