package org.folkmoot.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.PeopleFinder.Owned;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The log of all that was joined and parted: who said so, when and why, and the way back.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/people/merges")
class MergesPage {

    private static final int PAGE = 50;
    private static final int SHOWN_WHOLE = 3;

    private final Batches batches;
    private final PeopleFinder finder;
    private final Telling telling;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    MergesPage(
            Batches batches,
            PeopleFinder finder,
            Telling telling,
            Frames frames,
            Html html,
            Clock clock) {
        this.batches = batches;
        this.finder = finder;
        this.telling = telling;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param person whom alone it is about; null for everybody
    /// @param several whether that person has more than one account
    record Log(
            Desk desk,
            Reader reader,
            PeopleFinder.@Nullable Found person,
            boolean several,
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

    @GetMapping
    View log(
            Visitor visitor,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable Long before) {
        var reader = Reader.of(visitor, clock);
        var about = person == null ? null : finder.one(person, reader.contacts());
        var from = before == null ? Long.MAX_VALUE : before;
        var ids = about == null ? List.<Long>of() : telling.identities(about.member());
        var found =
                about == null ? batches.before(from, PAGE + 1) : batches.of(ids, from, PAGE + 1);
        var page = found.stream().limit(PAGE).toList();
        var whole =
                page.stream()
                        .filter(b -> b.steps() <= SHOWN_WHOLE)
                        .map(Batches.Batch::id)
                        .collect(Collectors.toSet());
        var steps = about == null ? batches.steps(whole) : batches.steps(whole, ids);
        var accounts = telling.accounts(steps, reader);
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
                        ids.size() > 1,
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
        var words =
                "%s %s at once"
                        .formatted(
                                batch.parts() == batch.steps() ? "Parted" : "Joined",
                                reader.accounts(batch.steps()));
        return new Line(batch, words, List.of(), null);
    }
}
