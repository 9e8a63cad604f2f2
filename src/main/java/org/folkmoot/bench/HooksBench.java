package org.folkmoot.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.folkmoot.access.Scope;
import org.folkmoot.access.Tokens;
import org.folkmoot.community.Communities;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Signature;
import org.folkmoot.store.Here;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// How many calls of platforms the running product takes, how soon it answers, and whether each is
/// in the ledger in the end. Whoever calls runs on the same machine, and takes its share of it.
public final class HooksBench {

    private static final String SECRET = "swordfish";
    private static final String SLUG = "hooks";
    /// So many calls are under way at once, at most.
    private static final int LINES = 256;

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String POST =
            """
            {"post":{"id":%1$d,"topic_id":%2$d,"post_number":%3$d,"user_id":%4$d,"username":"member%4$d","post_type":1,
             "created_at":"2026-01-01T00:00:00Z","cooked":"<p>Call number %1$d of many.</p>","version":1,
             "updated_at":"2026-01-01T00:00:00Z"}}
            """;

    private final Class<?> application;
    private final Path data;
    private final Consumer<Object> tell;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    /// @param application the product, started as a process of its own
    /// @param tell hears of each figure as it is known
    public HooksBench(Class<?> application, Path data, Consumer<Object> tell) {
        this.application = application;
        this.data = data;
        this.tell = tell;
    }

    /// Which connection is called, and a token for the API.
    private record Called(long source, String token) {}

    /// @param site before the server runs
    /// @param perSecond calls a second, evenly
    public void measure(ConfigurableApplicationContext site, int perSecond, int seconds)
            throws Exception {
        Called to;
        try (site) {
            to = prepare(site);
        }
        try (var served = Served.start(application, data)) {
            var hook = URI.create("%s/hooks/%d".formatted(served.site(), to.source()));
            call(hook, 0, perSecond, 2); // what is new is slow at first
            nanos.clear();
            var warm = perSecond * 2;
            var called = System.nanoTime();
            call(hook, warm, perSecond, seconds);
            tell.accept(
                    new MetricsBench.Figure(
                            "calls a second",
                            perSecond * seconds / ((System.nanoTime() - called) / 1e9),
                            "1/s"));
            tell.accept(Timing.all("calls taken", List.copyOf(nanos)));
            tell.accept(
                    new MetricsBench.Figure(
                            "calls not taken", refused.get(), "of " + perSecond * seconds));
            var begun = System.nanoTime();
            var stored = stored(served, to, warm + (long) perSecond * seconds - refused.get());
            tell.accept(
                    new MetricsBench.Figure(
                            "after the last, until all are in the ledger",
                            (System.nanoTime() - begun) / 1e9,
                            "s"));
            tell.accept(new MetricsBench.Figure("in the ledger", stored, "posts"));
        }
    }

    private static Called prepare(ConfigurableApplicationContext site) throws Exception {
        var here =
                site.getBean(Communities.class)
                        .create(SLUG, "Hooks", "developer", "UTC", "en", false);
        return Here.in(
                here.id(),
                () -> {
                    var joining = site.getBean(Joining.class);
                    var source =
                            joining.add(
                                    "discourse",
                                    "",
                                    Map.of("base-url", "https://forum.example.org"),
                                    Map.of("api-key", "none", "webhook-secret", SECRET));
                    return new Called(
                            source.id(), site.getBean(Tokens.class).create("bench", Scope.WRITE));
                });
    }

    private void call(URI hook, int first, int perSecond, int seconds) throws Exception {
        var ended = new ArrayList<Future<?>>();
        var lines = new Semaphore(LINES);
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = System.nanoTime();
            for (int i = 0; i < perSecond * seconds; i++) {
                LockSupport.parkNanos(begun + i * 1_000_000_000L / perSecond - System.nanoTime());
                int number = first + i;
                lines.acquire();
                ended.add(
                        callers.submit(
                                () -> {
                                    try {
                                        return call(client, hook, number);
                                    } finally {
                                        lines.release();
                                    }
                                }));
            }
        }
        for (var one : ended) {
            one.get();
        }
    }

    private Void call(HttpClient client, URI hook, int number) throws Exception {
        var body = POST.formatted(number + 1, number / 20 + 1, number % 20 + 1, number % 500);
        var signature = Signature.sha256(SECRET, body.getBytes(StandardCharsets.UTF_8)).hex();
        var request =
                HttpRequest.newBuilder(hook)
                        .header("Content-Type", "application/json")
                        .header("X-Discourse-Event", "post_created")
                        .header("X-Discourse-Event-Id", Integer.toString(number))
                        .header("X-Discourse-Event-Signature", "sha256=" + signature)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var start = System.nanoTime();
        var status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status == 200) {
            nanos.add(System.nanoTime() - start);
        } else {
            refused.incrementAndGet();
        }
        return null;
    }

    private static long stored(Served served, Called called, long all) throws Exception {
        var caller = new Caller(served.site(), called.token());
        var path = "/api/v1/communities/%s/sources/%d".formatted(SLUG, called.source());
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var stored =
                    JsonMapper.shared()
                            .readTree(caller.get(path))
                            .path("counts")
                            .path("activities")
                            .asLong(0);
            if (stored >= all || System.nanoTime() > until) {
                return stored;
            }
            Thread.sleep(200);
        }
    }
}
