package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.bench.HooksBench;
import org.folkmoot.bench.MetricsBench;
import org.folkmoot.bench.MetricsBench.Figure;
import org.folkmoot.bench.MetricsCrowd;
import org.folkmoot.bench.PeopleBench.Step;
import org.folkmoot.bench.Timing;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.listening.Listening;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `bench metrics` and `bench hooks`: their options, and what they say.
final class MetricsBenching {

    @Option(
            names = "--activities",
            defaultValue = "10000000",
            description = "metrics: how many activities (default: 10 million).")
    int activities = 10_000_000;

    @Option(
            names = "--members",
            defaultValue = "1000000",
            description = "metrics: of how many people (default: 1 million).")
    int members = 1_000_000;

    @Option(names = "--years", defaultValue = "5", description = "metrics: over how many years.")
    int years = 5;

    @Option(names = "--seed", defaultValue = "1", description = "metrics: what chance begins with.")
    long seed = 1;

    @Option(
            names = "--times",
            defaultValue = "200",
            description = "metrics: how often each page is asked, for 3 s at most (default: 200).")
    int times = 200;

    @Option(
            names = "--read",
            description =
                    "metrics: have all posts read for their tone and questions first, as they are after some hours. Without it the server reads them beside what is measured, and it is said how many are left.")
    boolean read;

    @Option(
            names = "--calls",
            defaultValue = "2000",
            description = "hooks: how many calls a second (default: 2000).")
    int calls = 2000;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "hooks: for how long (default: 60).")
    int seconds = 60;

    int run(BenchVerb verb, Path scratch) throws Exception {
        if (activities < 1000 || members < 100 || years < 1 || times < 1) {
            throw new Refusal.Unusable(
                    "There have to be at least 1000 activities, 100 members, one year and one look.");
        }
        var bench =
                new MetricsBench(
                        verb.application, verb.data, times, said -> verb.say(words(said, verb)));
        try {
            String token;
            try (var site = verb.backstage()) {
                token =
                        bench.prepare(
                                site,
                                new MetricsCrowd.Size(activities, members, years, seed),
                                scratch);
                if (read) {
                    verb.say(words(read(site), verb));
                }
            }
            bench.measure(token);
            verb.say(yardstick(scratch));
            return 0;
        } finally {
            verb.tidy(scratch);
        }
    }

    private static Step read(ConfigurableApplicationContext site) throws Exception {
        long begun = System.nanoTime();
        long posts = Site.in(site, null, _ -> site.getBean(Listening.class).finish());
        return new Step(
                "%,d posts read".formatted(posts), 1, Duration.ofNanos(System.nanoTime() - begun));
    }

    int hooks(BenchVerb verb, Path scratch) throws Exception {
        if (calls < 1 || seconds < 1) {
            throw new Refusal.Unusable("There has to be at least one call, for one second.");
        }
        try {
            new HooksBench(verb.application, verb.data, said -> verb.say(words(said, verb)))
                    .measure(verb.backstage(), calls, seconds);
            return 0;
        } finally {
            verb.tidy(scratch);
        }
    }

    /// DuckDB is no part of the product: its driver is one of the tests' libraries.
    private static String yardstick(Path scratch) throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("folkmoot.home", "nowhere"));
        var how =
                List.of(
                        "mvn",
                        "-q",
                        "-B",
                        "-Pstrict",
                        "test",
                        "-Dtest=YardstickTests",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dfolkmoot.yardstick=" + scratch.toAbsolutePath());
        var said = scratch.resolve("yardstick.txt");
        if (Files.isDirectory(home.resolve("src/test/java"))) {
            new ProcessBuilder(new ArrayList<>(how))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(scratch.resolve("yardstick.log").toFile())
                    .start()
                    .waitFor();
        }
        return Files.exists(said)
                ? Files.readString(said).strip()
                : "DuckDB was not asked: that needs Maven and Folkmoot's sources. Beside them: "
                        + String.join(" ", how);
    }

    private static String words(Object said, BenchVerb verb) {
        if (said instanceof Step step) {
            return MatchingWords.of(step, verb.json);
        }
        if (verb.json) {
            return JsonMapper.shared().writeValueAsString(said);
        }
        return switch (said) {
            case Timing t ->
                    "%-52s first %,9.1f ms   p50 %,9.1f   p99 %,9.1f   (%d)"
                            .formatted(t.what(), t.first(), t.p50(), t.p99(), t.times());
            case Figure f -> "%-52s %,15.1f %s".formatted(f.what(), f.value(), f.unit());
            default -> said.toString();
        };
    }
}
