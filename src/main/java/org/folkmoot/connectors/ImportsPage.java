package org.folkmoot.connectors;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Everything that was ever imported, and the way to import more.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/imports")
class ImportsPage {

    private static final int MOST = 50;

    private final Imports imports;
    private final Uploads uploads;
    private final Formats formats;
    private final CsvWizard wizard;
    private final Previews previews;
    private final ImportWorker worker;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ImportsPage(
            Imports imports,
            Uploads uploads,
            Formats formats,
            CsvWizard wizard,
            Previews previews,
            ImportWorker worker,
            Frames frames,
            Html html,
            Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.formats = formats;
        this.wizard = wizard;
        this.previews = previews;
        this.worker = worker;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param undecided files that were dropped and neither imported nor thrown away
    /// @param older the address of the page of older ones, or null
    record All(
            Desk desk,
            When when,
            ImportWords words,
            List<Upload> undecided,
            List<Import> imports,
            Set<Long> worked,
            Map<String, String> titles,
            @Nullable String older,
            boolean mayExport) {

        ImportWords.Standing standing(Import i) {
            return words.standing(i, worked.contains(i.id()));
        }

        String title(Import i) {
            return titles.getOrDefault(i.format(), i.format());
        }

        /// "1.6 MB".
        String size(Upload file) {
            return Sizes.inWords(file.size());
        }
    }

    /// @param room bytes that may still come
    record Gallery(Desk desk, List<Format> formats, long room) {

        String roomInWords() {
            return Sizes.inWords(room);
        }
    }

    @GetMapping
    View list(Visitor visitor, @RequestParam(defaultValue = "9223372036854775807") long before)
            throws IOException {
        var found = imports.newest(MOST + 1, before);
        var shown = found.subList(0, Math.min(MOST, found.size()));
        var worked = imports.worked(shown);
        var words = ImportWords.of(visitor);
        var when = new When(clock.instant(), visitor.locale(), visitor.zone());
        return html.render(
                "connectors/imports",
                new All(
                        frames.desk("Imports", ImportHealth.of(shown, worked, words, when)),
                        when,
                        words,
                        undecided(),
                        shown,
                        worked,
                        formats.titles(),
                        found.size() > MOST
                                ? words.imports() + "?before=" + shown.getLast().id()
                                : null,
                        visitor.may(Permission.EXPORT)));
    }

    private List<Upload> undecided() throws IOException {
        var dropped = uploads.all();
        var planned =
                imports.of(dropped.stream().map(file -> file.path().toString()).toList()).stream()
                        .map(Import::path)
                        .collect(Collectors.toSet());
        return dropped.stream().filter(file -> !planned.contains(file.path().toString())).toList();
    }

    @GetMapping("/new")
    View gallery() {
        return html.render(
                "connectors/new",
                new Gallery(
                        frames.desk(
                                "Import an export",
                                "Drop one file. We look inside first; nothing is stored before you say so."),
                        formats.all(),
                        uploads.room()));
    }

    /// Plans the import of a dropped file and begins it.
    @PostMapping
    View plan(
            Visitor visitor, @RequestParam String upload, @RequestParam Map<String, String> params)
            throws IOException {
        var wish = new Wish(params);
        var format = formats.named(wish.format());
        var file = uploads.get(upload);
        var table =
                format.name().equals("csv")
                        ? wizard.of(file, params, visitor.community().zone())
                        : null;
        Import plan;
        try (var tree = Tree.of(file.path())) {
            plan =
                    imports.plan(
                            format.name(),
                            file.name(),
                            file.path().toString(),
                            UploadPage.options(format, wish, table),
                            format.fingerprint(tree),
                            Trail.who());
        } catch (IOException e) {
            throw new Refusal.Unusable(Problems.inWords(e));
        }
        if (table != null) {
            wizard.remember(table);
        }
        previews.forget(file);
        worker.take(visitor.community().id(), plan.id());
        return new RedirectView(ImportWords.of(visitor).href(plan));
    }
}
