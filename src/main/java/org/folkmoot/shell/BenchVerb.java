package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.bench.CrowdBench;
import org.folkmoot.bench.ImportBench;
import org.folkmoot.bench.MatchingBench;
import org.folkmoot.bench.PeopleBench;
import org.folkmoot.bench.SegmentsBench;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "bench",
        description =
                "Measure this machine: a whole import against a bare COPY of the same rows, how right and how "
                        + "fast the matcher of identities is, how it is to know and to ask for very many people, or how fast "
                        + "the numbers of a large community are, and how many calls of platforms it takes.")
final class BenchVerb extends Site {

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            defaultValue = "import",
            description = "import, matching, people, segments, metrics or hooks")
    String what = "import";

    @Option(names = "--messages", defaultValue = "100000", description = "Messages in each export.")
    int messages = 100_000;

    @Option(
            names = "--stretches",
            defaultValue = "2",
            description = "How many exports follow each other into one community.")
    int stretches = 2;

    @Option(
            names = "--keep",
            paramLabel = "FOLDER",
            description =
                    "Work in this new folder and leave it: its `data` can be opened and measured.")
    @Nullable Path keep;

    @Option(
            names = "--write",
            paramLabel = "FOLDER",
            description =
                    "Measure nothing; write a made-up Slack export into this new folder, to import by hand.")
    @Nullable Path write;

    @Option(
            names = "--megabytes",
            defaultValue = "5000",
            description = "How large the export of --write becomes, about (default: 5000).")
    int megabytes = 5000;

    @Option(
            names = "--git",
            paramLabel = "PATH",
            description = "matching: a clone of a repository whose .mailmap tells the truth.")
    @Nullable Path git;

    @Option(
            names = "--identities",
            defaultValue = "100000",
            description = "matching without --git: how many made-up identities.")
    int identities = 100_000;

    @Option(
            names = "--people",
            defaultValue = "1000000",
            description =
                    "people: how many made-up people, with three accounts each; segments: with 1.3 accounts and four activities each.")
    int people = 1_000_000;

    @Mixin MetricsBenching numbers = new MetricsBenching();

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    BenchVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        if (!List.of("import", "matching", "people", "segments", "metrics", "hooks")
                .contains(what)) {
            throw new Refusal.Unusable(
                    "There is no bench called "
                            + what
                            + ". Use: import, matching, people, segments, metrics or hooks");
        }
        if (write != null) {
            return export(write.toAbsolutePath());
        }
        var scratch = scratch();
        data = scratch.resolve("data");
        if (what.equals("metrics")) {
            return numbers.run(this, scratch);
        }
        if (what.equals("hooks")) {
            return numbers.hooks(this, scratch);
        }
        try (var site = backstage()) {
            switch (what) {
                case "matching" -> match(site);
                case "people" ->
                        site.getBean(PeopleBench.class)
                                .run(people, step -> say(MatchingWords.of(step, json)));
                case "segments" ->
                        site.getBean(SegmentsBench.class)
                                .run(people, step -> say(MatchingWords.of(step, json)));
                default -> bring(site, scratch);
            }
            return 0;
        } finally {
            tidy(scratch);
        }
    }

    /// What was made for metrics and segments takes long enough to be measured again.
    private Path scratch() throws IOException {
        if (keep == null) {
            return Files.createTempDirectory("folkmoot-bench-");
        }
        var folder = keep.toAbsolutePath();
        return what.equals("metrics") || what.equals("segments")
                ? Files.createDirectories(folder)
                : Files.createDirectory(folder);
    }

    void tidy(Path scratch) throws IOException {
        if (keep == null) {
            ImportBench.remove(scratch);
        }
    }

    private void match(ApplicationContext site) throws Exception {
        say(
                git == null
                        ? MatchingWords.of(site.getBean(CrowdBench.class).run(identities), json)
                        : MatchingWords.of(
                                site.getBean(MatchingBench.class).git(git.toAbsolutePath()), json));
    }

    void say(String line) {
        out().println(line);
        out().flush();
    }

    private void bring(ApplicationContext site, Path scratch) throws Exception {
        var runs = site.getBean(ImportBench.class).run(messages, stretches, scratch, this::tell);
        var copy = runs.getLast().perSecond();
        var first = runs.getFirst().perSecond();
        out().printf(
                        json
                                ? "{\"ratio\":%.3f}%n"
                                : "A whole import runs at %.3f of a raw COPY of the same rows.%n",
                        first / copy);
    }

    private int export(Path folder) throws Exception {
        if (megabytes < 1 || Files.exists(folder)) {
            throw new Refusal.Unusable(
                    megabytes < 1
                            ? "An export has at least one megabyte."
                            : "There is something at %s already. Name a new folder."
                                    .formatted(folder));
        }
        var bytes = ImportBench.write(megabytes, folder);
        out().println(
                        json
                                ? "{\"bytes\":%d}".formatted(bytes)
                                : "A Slack export of %,d bytes is in %s.".formatted(bytes, folder));
        return 0;
    }

    private void tell(ImportBench.Run run) {
        if (json) {
            out().println(
                            JsonMapper.shared()
                                    .writeValueAsString(
                                            java.util.Map.of(
                                                    "what", run.what(),
                                                    "rows", run.rows(),
                                                    "seconds", run.took().toMillis() / 1000.0,
                                                    "perSecond", Math.round(run.perSecond()))));
        } else {
            out().printf(
                            "%-18s %,10d rows in %7.1f s  %,9.0f rows/s%n",
                            run.what(),
                            run.rows(),
                            run.took().toMillis() / 1000.0,
                            run.perSecond());
        }
        out().flush();
    }
}
