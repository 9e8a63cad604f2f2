package org.folkmoot.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.community.Communities;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Importer;
import org.folkmoot.connectors.Imports;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.store.BareTable;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Imports a made-up Slack export, whole, and sets it against a bare COPY of the same rows.
@Component
public class ImportBench {

    private static final Instant START = Instant.parse("2005-01-01T00:00:00Z");

    private final Communities communities;
    private final Imports imports;
    private final Importer importer;
    private final BareTable bare;

    ImportBench(Communities communities, Imports imports, Importer importer, BareTable bare) {
        this.communities = communities;
        this.imports = imports;
        this.importer = importer;
        this.bare = bare;
    }

    /// What one import took.
    ///
    /// @param rows activities and people stored (first) or known (again)
    public record Run(String what, long rows, Duration took) {

        public double perSecond() {
            return rows / (took.toNanos() / 1e9);
        }
    }

    /// @param messages in each export
    /// @param stretches how many exports follow each other into the same community
    /// @param tell hears each run as it ends
    public List<Run> run(int messages, int stretches, Path scratch, Consumer<Run> tell)
            throws Exception {
        var runs = new ArrayList<Run>();
        var community =
                communities.create("bench", "Bench", "developer", "Europe/Berlin", "en", false);
        Here.in(
                community.id(),
                () -> {
                    for (int s = 0; s < stretches; s++) {
                        var export = scratch.resolve("export-" + s);
                        new SlackExport(s, messages, START.plus(Duration.ofDays(s * 501L)))
                                .writeTo(export);
                        add(runs, tell, once("import " + (s + 1), export));
                    }
                    add(runs, tell, again(scratch.resolve("export-0")));
                    return null;
                });
        var rows = runs.getFirst().rows() * stretches;
        var took =
                bare.copy(
                        """
                        select community_id, id, source_id, external_id, kind, identity_id, place_id, parent_id,
                            thread_id, at, day, title, text, mentions, files, facts from activity.activity
                        """,
                        scratch);
        add(runs, tell, new Run("raw copy", rows, took));
        return runs;
    }

    private static void add(List<Run> runs, Consumer<Run> tell, Run run) {
        runs.add(run);
        tell.accept(run);
    }

    private Run once(String what, Path export) throws Exception {
        var done = bring(export, Map.of());
        return new Run(what, done.counts().stored(), took(done));
    }

    private Run again(Path export) throws Exception {
        var done = bring(export, Map.of("again", "true"));
        return new Run("known rows again", done.counts().known(), took(done));
    }

    private Import bring(Path export, Map<String, String> options) throws Exception {
        try (var tree = Tree.of(export)) {
            var plan =
                    imports.plan(
                            "slack",
                            String.valueOf(export.getFileName()),
                            export.toString(),
                            options,
                            tree.fingerprint(),
                            "bench");
            var done = importer.run(plan.id(), _ -> {});
            if (done.state() != Import.State.DONE) {
                throw new IllegalStateException(
                        "The import ended as " + done.state() + ": " + done.problem());
            }
            return done;
        }
    }

    private static Duration took(Import done) {
        return Duration.between(
                java.util.Objects.requireNonNull(done.startedAt()),
                java.util.Objects.requireNonNull(done.endedAt()));
    }

    /// Writes a made-up Slack export of about so many million bytes into a new folder, day by day,
    /// whatever its size.
    ///
    /// @return its size in bytes
    public static long write(int megabytes, Path folder) throws java.io.IOException {
        Files.createDirectory(folder);
        SlackExport.ofMegabytes(megabytes, START).writeTo(folder);
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> Files.isRegularFile(file) ? file.toFile().length() : 0)
                    .sum();
        }
    }

    /// Removes a scratch folder and all in it.
    public static void remove(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
