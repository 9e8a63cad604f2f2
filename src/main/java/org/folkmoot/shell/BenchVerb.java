package org.folkmoot.shell;

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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "bench",
        description =
                "Measure this machine: a whole import against a bare COPY of the same rows, how right and how "
                        + "fast the matcher of identities is, or how it is to know and to ask for very many people.")
final class BenchVerb extends Site {

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            defaultValue = "import",
            description = "import, matching, people or segments")
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

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    BenchVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        if (!List.of("import", "matching", "people", "segments").contains(what)) {
            throw new Refusal.Unusable(
                    "There is no bench called "
                            + what
                            + ". Use: import, matching, people or segments");
        }
        if (write != null) {
            return export(write.toAbsolutePath());
        }
        var scratch =
                keep == null
                        ? Files.createTempDirectory("folkmoot-bench-")
                        : Files.createDirectory(keep.toAbsolutePath());
        data = scratch.resolve("data");
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
            if (keep == null) {
                ImportBench.remove(scratch);
            }
        }
    }

    private void match(ApplicationContext site) throws Exception {
        say(
                git == null
                        ? MatchingWords.of(site.getBean(CrowdBench.class).run(identities), json)
                        : MatchingWords.of(
                                site.getBean(MatchingBench.class).git(git.toAbsolutePath()), json));
    }

    private void say(String line) {
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
