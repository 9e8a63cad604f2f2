package org.folkmoot.connectors;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A file that was dropped: what is in it, what may be chosen, and the way to import it or throw it
/// away.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/imports/uploads")
class UploadPage {

    private final Uploads uploads;
    private final Formats formats;
    private final Previews previews;
    private final CsvWizard wizard;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    UploadPage(
            Uploads uploads,
            Formats formats,
            Previews previews,
            CsvWizard wizard,
            Frames frames,
            Html html,
            Clock clock) {
        this.uploads = uploads;
        this.formats = formats;
        this.previews = previews;
        this.wizard = wizard;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param format what it is taken for; null when nobody knows yet
    /// @param table its columns, if it is a CSV
    /// @param problem why it cannot be read, or null
    record Dropped(
            Desk desk,
            When when,
            ImportWords words,
            Upload upload,
            @Nullable Format format,
            List<Format> formats,
            Wish wish,
            CsvWizard.@Nullable Table table,
            @Nullable Preview preview,
            @Nullable String problem) {

        String path() {
            return desk.home() + "/imports/uploads/" + upload.id();
        }

        String imports() {
            return desk.home() + "/imports";
        }

        boolean ready() {
            return preview != null && !preview.empty();
        }

        /// "1,204 people and 15,023 activities", with "at least" in front while not all was read.
        String sum() {
            var seen = Objects.requireNonNull(preview);
            var people = words.count(seen.people(), "person", "people");
            var activities = words.count(seen.activities(), "activity", "activities");
            return (seen.whole() ? "" : "at least ")
                    + (seen.activities() == 0
                            ? people
                            : seen.people() == 0 ? activities : people + " and " + activities);
        }

        static List<Map.Entry<String, String>> fields(Person person) {
            return new TreeMap<>(person.fields())
                    .entrySet().stream()
                            .filter(
                                    e ->
                                            !Set.of(Found.Field.NAME, Found.Field.AVATAR)
                                                    .contains(e.getKey()))
                            .limit(6)
                            .toList();
        }
    }

    @PostMapping
    View drop(Visitor visitor, @RequestParam MultipartFile file) throws IOException {
        var upload =
                uploads.keep(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        path -> file.transferTo(path.toFile()));
        return new RedirectView(at(visitor, upload.id()));
    }

    @GetMapping("/{id}")
    View show(Visitor visitor, @PathVariable String id, @RequestParam Map<String, String> params)
            throws IOException {
        var upload = uploads.get(id);
        var wish = new Wish(params);
        try (var tree = Tree.of(upload.path())) {
            var format = format(tree, wish);
            if (format == null) {
                return view(visitor, upload, null, wish, null, null, null);
            }
            var table =
                    format.name().equals("csv")
                            ? wizard.of(upload, params, visitor.community().zone())
                            : null;
            var preview = previews.of(upload, format, options(format, wish, table));
            return view(visitor, upload, format, wish, table, preview, null);
        } catch (IOException e) {
            return view(visitor, upload, null, wish, null, null, Problems.inWords(e));
        }
    }

    @PostMapping("/{id}/look")
    View look(Visitor visitor, @PathVariable String id, @RequestParam Map<String, String> params) {
        return new RedirectView(new Wish(params).in(at(visitor, id)));
    }

    @PostMapping("/{id}/removal")
    View remove(Visitor visitor, @PathVariable String id) throws IOException {
        uploads.discard(uploads.get(id).path());
        frames.say(Flash.good("The file was thrown away. Nothing of it was stored."));
        return new RedirectView("/c/" + visitor.community().slug() + "/imports/new");
    }

    private @Nullable Format format(Tree tree, Wish wish) throws IOException {
        return wish.format().isEmpty()
                ? formats.recognise(tree).orElse(null)
                : formats.named(wish.format());
    }

    /// The options of an import as they were chosen, the mapping of a CSV among them.
    static Map<String, String> options(Format format, Wish wish, CsvWizard.@Nullable Table table) {
        var options = new TreeMap<>(wish.options(format));
        if (table != null) {
            options.put("mapping", table.mapping().json());
        }
        return options;
    }

    private static String at(Visitor visitor, String id) {
        return "/c/%s/imports/uploads/%s".formatted(visitor.community().slug(), id);
    }

    private View view(
            Visitor visitor,
            Upload upload,
            @Nullable Format format,
            Wish wish,
            CsvWizard.@Nullable Table table,
            @Nullable Preview preview,
            @Nullable String problem) {
        var lede =
                problem != null
                        ? "This file cannot be read."
                        : format == null
                                ? "We do not know this file by sight. Say what it is."
                                : "It looks like: %s, %s. Nothing is stored yet."
                                        .formatted(format.title(), Sizes.inWords(upload.size()));
        return html.render(
                "connectors/upload",
                new Dropped(
                        frames.desk(upload.name(), lede),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        ImportWords.of(visitor),
                        upload,
                        format,
                        formats.all(),
                        wish,
                        table,
                        preview,
                        problem));
    }
}
