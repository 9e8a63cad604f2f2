package org.folkmoot.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.folkmoot.store.Here;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How fast the numbers of a large community are: on the running product, over HTTP, and the same
/// asked of its ledger in plain SQL.
public final class MetricsBench {

    /// Of the whole community, of one platform, and of the people with a tag.
    private static final Map<String, String> FILTERS =
            new java.util.TreeMap<>(
                    Map.of("", "", "platform", "platform=discourse", "tag", "tag=champion"));

    private static final Pattern UNREAD = Pattern.compile("\"unread\":(\\d+)");

    private final Class<?> application;
    private final Path data;
    private final int times;
    private final Consumer<Object> tell;

    /// @param application the product, started as a process of its own
    /// @param times how often each page is asked
    /// @param tell hears of each figure as it is known
    public MetricsBench(Class<?> application, Path data, int times, Consumer<Object> tell) {
        this.application = application;
        this.data = data;
        this.times = times;
        this.tell = tell;
    }

    /// A figure that is not a time.
    public record Figure(String what, double value, String unit) {}

    /// Makes the community and asks its ledger; before `measure`, while no server runs.
    ///
    /// @param scratch where the rows go that other databases are asked about; not yet there
    /// @return a token for the API
    public String prepare(ConfigurableApplicationContext site, MetricsCrowd.Size size, Path scratch)
            throws Exception {
        var crowd = site.getBean(MetricsCrowd.class);
        crowd.make(size, tell::accept);
        var yardstick = site.getBean(LedgerYardstick.class);
        return Here.in(
                crowd.community().id(),
                () -> {
                    var today = "date '%s'".formatted(LocalDate.now(ZoneOffset.UTC));
                    for (var answer : yardstick.ask(today)) {
                        tell.accept(answer.timing());
                        tell.accept(new Figure(answer.timing().what() + ", sum", answer.sum(), ""));
                    }
                    yardstick.export(scratch);
                    return crowd.token();
                });
    }

    /// Looks at everything, changes something, lets many look, and looks again after a restart.
    public void measure(String token) throws Exception {
        var tour = new HealthTour(MetricsCrowd.SLUG);
        try (var served = Served.start(application, data)) {
            var caller = caller(served, token);
            look(caller, tour);
            unread("after the pages", caller, tour);
            for (var age : tour.ages().entrySet()) {
                tell.accept(caller.time(age.getKey(), age.getValue(), times));
                tell.accept(new Figure(age.getKey() + ", sum", sum(caller, age.getValue()), ""));
            }
            new Freshness(caller, tour, tell).measure();
            new Clicking(served.site(), token, tour, tell).measure(Math.min(20, times));
            unread("at the end", caller, tour);
            memory(served, caller);
        }
        var ways = new java.util.ArrayList<>(tour.pages("").entrySet());
        ways.addAll(tour.ages().entrySet());
        for (var start : List.of(0, 10_000)) {
            try (var served = Served.start(application, data)) {
                var caller = caller(served, token);
                Thread.sleep(start);
                for (var way : ways) {
                    var what =
                            "restarted, %d s after it answers: %s"
                                    .formatted(start / 1000, way.getKey());
                    tell.accept(caller.time(what, way.getValue(), 0));
                }
            }
        }
    }

    private void look(Caller caller, HealthTour tour) throws Exception {
        for (var filter : FILTERS.entrySet()) {
            var suffix = filter.getKey().isEmpty() ? "" : ", by " + filter.getKey();
            for (var ways :
                    List.of(
                            tour.pages(filter.getValue()),
                            tour.tables(filter.getValue()),
                            tour.lists(filter.getValue()))) {
                for (var way : ways.entrySet()) {
                    tell.accept(caller.time(way.getKey() + suffix, way.getValue(), times));
                }
            }
        }
    }

    /// As long as some are, they are read beside what is measured, and answers grow old by it.
    private void unread(String when, Caller caller, HealthTour tour) throws Exception {
        var posts = UNREAD.matcher(caller.get(tour.year()));
        if (!posts.find()) {
            throw new IllegalStateException("The API says nothing of unread posts");
        }
        tell.accept(
                new Figure(
                        "posts of the year not read yet, " + when,
                        Double.parseDouble(posts.group(1)),
                        "posts"));
    }

    private static Caller caller(Served served, String token) throws Exception {
        var caller = new Caller(served.site(), token);
        caller.signIn(MetricsCrowd.EMAIL, MetricsCrowd.PASSWORD);
        return caller;
    }

    /// All the numbers of `values` in an answer, of each of its rows, added up.
    private static double sum(Caller caller, String path) throws Exception {
        return sum(JsonMapper.shared().readTree(caller.get(path)).required("values"));
    }

    private static double sum(JsonNode values) {
        return values.isArray()
                ? values.valueStream().mapToDouble(MetricsBench::sum).sum()
                : values.asDouble(0);
    }

    private void memory(Served served, Caller caller) throws Exception {
        double heap = 0;
        for (var line : caller.get("/metrics").lines().toList()) {
            if (line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\"")) {
                heap += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        tell.accept(new Figure("heap in use", heap / 1e6, "MB"));
        tell.accept(new Figure("PSS of the process", served.memory() / 1e6, "MB"));
    }
}
