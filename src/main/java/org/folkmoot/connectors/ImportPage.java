package org.folkmoot.connectors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.CsvDownload;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.folkmoot.web.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One import: how far it is, what came of it, what could not be read.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/imports/{id}")
class ImportPage {

    private static final int ROWS = 50;
    private static final int CSV_ROWS = 1000;

    private final Imports imports;
    private final Uploads uploads;
    private final Formats formats;
    private final ImportWorker worker;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ImportPage(
            Imports imports,
            Uploads uploads,
            Formats formats,
            ImportWorker worker,
            Frames frames,
            Html html,
            Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.formats = formats;
        this.worker = worker;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param here whether the export still lies where it was
    /// @param dropped whether it was dropped in a browser, so that we look after the file
    /// @param moreRefused the address of the next page of refused rows, or null
    record One(
            Desk desk,
            When when,
            ImportWords words,
            Import what,
            Work work,
            ImportWords.Standing standing,
            boolean here,
            boolean dropped,
            List<Imports.RefusedRow> refused,
            @Nullable String moreRefused) {

        String path(String below) {
            return words.href(what) + below;
        }

        boolean running() {
            return work.state() == Work.State.RUNNING;
        }

        boolean cutShort() {
            return what.state() == Import.State.RUNNING && !running();
        }

        boolean mayGoOn() {
            return here
                    && (cutShort()
                            || what.state() == Import.State.STOPPED
                            || what.state() == Import.State.FAILED);
        }

        boolean mayRepeat() {
            return here && what.state() == Import.State.DONE;
        }

        /// "in 45 s"; empty before it ended.
        String took() {
            return what.startedAt() == null || what.endedAt() == null
                    ? ""
                    : "in " + ImportWords.span(Duration.between(what.startedAt(), what.endedAt()));
        }

        String aboutFile() {
            return !dropped
                    ? ""
                    : !here
                            ? "The file you dropped was removed after the import."
                            : running()
                                    ? "The file is removed as soon as all of it is read."
                                    : "The file is kept for 30 days, so that you can try again.";
        }
    }

    @GetMapping
    View show(
            Visitor visitor, @PathVariable long id, @RequestParam(defaultValue = "0") long after) {
        return html.render("connectors/import", one(visitor, id, after));
    }

    /// The part of the page that changes while it runs.
    @GetMapping("/panel")
    View panel(Visitor visitor, @PathVariable long id) {
        return html.render("connectors/panel", one(visitor, id, 0));
    }

    @PostMapping("/cancellation")
    View cancel(Visitor visitor, @PathVariable long id) {
        imports.cancel(id);
        return back(visitor, imports.get(id));
    }

    @PostMapping("/continuation")
    View goOn(Visitor visitor, @PathVariable long id) {
        var waiting = imports.again(id);
        worker.take(visitor.community().id(), id);
        return back(visitor, waiting);
    }

    /// Reads the same export once more, as an import of its own: what is known is not stored twice.
    @PostMapping("/repetition")
    View repeat(Visitor visitor, @PathVariable long id) throws IOException {
        var before = imports.get(id);
        if (!Files.exists(Path.of(before.path()))) {
            throw new Refusal.Unusable("The file is not here any more. Drop it again.");
        }
        var plan =
                imports.plan(
                        before.format(),
                        before.name(),
                        before.path(),
                        before.options(),
                        before.fingerprint(),
                        Trail.who());
        worker.take(visitor.community().id(), plan.id());
        frames.say(Flash.good("It is read once more. What is here already is not stored twice."));
        return back(visitor, plan);
    }

    @GetMapping("/refused.csv")
    void refused(@PathVariable long id, HttpServletResponse response) throws IOException {
        imports.get(id);
        CsvDownload.send(
                response,
                "refused-" + id,
                List.of("file", "line", "reason", "row"),
                row -> {
                    var rows = imports.refused(id, 0, CSV_ROWS);
                    while (!rows.isEmpty()) {
                        rows.forEach(
                                r ->
                                        row.of(
                                                r.file(),
                                                Long.toString(r.line()),
                                                r.reason(),
                                                r.raw()));
                        rows = imports.refused(id, rows.getLast().id(), CSV_ROWS);
                    }
                });
    }

    private static View back(Visitor visitor, Import to) {
        return new RedirectView(ImportWords.of(visitor).href(to));
    }

    private One one(Visitor visitor, long id, long after) {
        var it = imports.get(id);
        var words = ImportWords.of(visitor);
        var worked = imports.worked(List.of(it)).contains(id);
        var refused = imports.refused(id, after, ROWS + 1);
        var shown = refused.subList(0, Math.min(ROWS, refused.size()));
        var path = Path.of(it.path());
        var when = new When(clock.instant(), visitor.locale(), visitor.zone());
        return new One(
                frames.desk(
                        it.name(),
                        "%s, imported by %s %s."
                                .formatted(
                                        Objects.requireNonNullElse(
                                                formats.titles().get(it.format()), it.format()),
                                        it.by(),
                                        when.words(it.createdAt()))),
                when,
                words,
                it,
                words.work(it, worked, clock.instant()),
                words.standing(it, worked),
                Files.isReadable(path),
                uploads.ours(path),
                shown,
                refused.size() > ROWS
                        ? words.href(it) + "?after=" + shown.getLast().id() + "#refused"
                        : null);
    }
}
