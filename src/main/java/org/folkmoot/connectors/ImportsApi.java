package org.folkmoot.connectors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Imports for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/imports",
        produces = MediaType.APPLICATION_JSON_VALUE)
class ImportsApi {

    private static final int MOST = 200;

    private final Imports imports;
    private final Uploads uploads;
    private final Formats formats;
    private final ImportWorker worker;

    ImportsApi(Imports imports, Uploads uploads, Formats formats, ImportWorker worker) {
        this.imports = imports;
        this.uploads = uploads;
        this.formats = formats;
        this.worker = worker;
    }

    /// @param done 0 to 1
    /// @param position findings handled so far
    record One(
            long id,
            String format,
            String name,
            Map<String, String> options,
            String state,
            String by,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            double done,
            long position,
            Import.Counts counts,
            @Nullable String problem) {

        static One of(Import i) {
            return new One(
                    i.id(),
                    i.format(),
                    i.name(),
                    i.options(),
                    i.state().key(),
                    i.by(),
                    i.createdAt(),
                    i.startedAt(),
                    i.endedAt(),
                    i.done(),
                    i.position(),
                    i.counts(),
                    i.problem());
        }
    }

    /// @param next the `cursor` of the next page, null on the last
    record Page(List<One> items, @Nullable String next) {}

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "9223372036854775807") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var most = Math.clamp(limit, 1, MOST);
        var found = imports.newest(most + 1, cursor);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown.stream().map(One::of).toList(),
                found.size() > most ? Long.toString(shown.getLast().id()) : null);
    }

    @GetMapping("/{id}")
    One one(@PathVariable long id) {
        return One.of(imports.get(id));
    }

    /// The file is the body, as it is; further parameters are the format's options.
    @PostMapping(consumes = "!" + MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<One> add(
            Visitor visitor, HttpServletRequest request, @RequestParam Map<String, String> params)
            throws IOException {
        var size = request.getContentLengthLong();
        if (size > uploads.room()) {
            throw new Refusal.Unusable(
                    "The file has %s, and there is room for %s. Nothing was stored."
                            .formatted(Sizes.inWords(size), Sizes.inWords(uploads.room())));
        }
        var body = request.getInputStream();
        var upload = uploads.keep(params.getOrDefault("name", ""), file -> copy(body, file, size));
        Import plan;
        try {
            plan = plan(upload, params);
        } catch (IOException | RuntimeException e) {
            uploads.discard(upload.path());
            throw e;
        }
        worker.take(visitor.community().id(), plan.id());
        return ResponseEntity.accepted().body(One.of(plan));
    }

    private static void copy(InputStream body, Path file, long size) throws IOException {
        var came = Files.copy(body, file);
        if (size >= 0 && came != size) {
            throw new Refusal.Unusable(
                    "Only %,d of %,d bytes arrived. Nothing was stored; send it again."
                            .formatted(came, size));
        }
    }

    private Import plan(Upload upload, Map<String, String> params) throws IOException {
        try (var tree = Tree.of(upload.path())) {
            var format = params.get("format");
            var read =
                    format == null || format.equals("auto")
                            ? formats.recognise(tree)
                                    .orElseThrow(() -> new Refusal.Unusable(Formats.UNKNOWN))
                            : formats.named(format);
            var options = new TreeMap<>(params);
            options.remove("format");
            options.remove("name");
            return imports.plan(
                    read.name(),
                    upload.name(),
                    upload.path().toString(),
                    options,
                    read.fingerprint(tree),
                    Trail.who());
        } catch (IOException e) {
            throw new Refusal.Unusable(Problems.inWords(e));
        }
    }
}
