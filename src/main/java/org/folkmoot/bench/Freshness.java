package org.folkmoot.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.bench.MetricsBench.Figure;

/// How long after something new the numbers show it.
final class Freshness {

    private static final int TIMES = 5;
    private static final String SOURCE = "discourse:forum";
    private static final Pattern ITEMS = Pattern.compile("\"items\":(\\d+)");
    private static final Pattern STORED = Pattern.compile("\"state\":\"done\"");
    private static final Pattern NUMBER = Pattern.compile("\"id\":(\\d+)");

    private final Caller caller;
    private final HealthTour tour;
    private final Consumer<Object> tell;

    Freshness(Caller caller, HealthTour tour, Consumer<Object> tell) {
        this.caller = caller;
        this.tour = tour;
        this.tell = tell;
    }

    void measure() throws Exception {
        for (int days : new int[] {30, 365}) {
            var api = api("/metrics?window=" + days);
            posts(days, api);
            merges(days, api);
        }
        for (var age : tour.ages().entrySet()) {
            post(new ArrayList<>(), api("/metrics?window=30"));
            tell.accept(caller.time("after a post: " + age.getKey(), age.getValue(), 0));
        }
    }

    private String api(String path) {
        return "/api/v1/communities/" + tour.slug() + path;
    }

    /// A post by a newcomer, sent as a file with one line.
    private void posts(int days, String api) throws Exception {
        var shown = new ArrayList<Long>();
        for (int i = 0; i < TIMES; i++) {
            post(shown, api);
        }
        tell.accept(Timing.all("a post, stored, until %d days show it".formatted(days), shown));
    }

    private void post(List<Long> shown, String api) throws Exception {
        long before = items(api);
        var now = Instant.now();
        var line =
                """
                {"type":"community","format":"folkmoot","version":1,"slug":"years","name":"Years"}
                {"type":"activity","source":"%1$s","externalId":"new-%2$d","kind":"message","told":"message","at":"%3$s","identity":"new-%2$d","place":"P1","text":"Good morning"}
                """
                        .formatted(SOURCE, System.nanoTime(), now);
        var sent =
                caller.post(
                        api("/imports?format=folkmoot&name=new.jsonl"),
                        "application/x-ndjson",
                        line);
        var one = api("/imports/" + first(NUMBER, sent));
        while (!STORED.matcher(caller.get(one)).find()) {
            Thread.sleep(1);
        }
        var start = System.nanoTime();
        while (items(api) == before) {
            Thread.sleep(1);
        }
        shown.add(System.nanoTime() - start);
    }

    /// Items of content in the window.
    private long items(String api) throws Exception {
        return first(ITEMS, caller.get(api));
    }

    private static long first(Pattern pattern, String answer) {
        Matcher found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + answer);
        }
        return Long.parseLong(found.group(1));
    }

    /// Two accounts joined, and parted again.
    private void merges(int days, String api) throws Exception {
        var looked = new ArrayList<Long>();
        for (int i = 0; i < TIMES; i++) {
            var wish = "{\"one\":%d,\"other\":%d}".formatted(11 + 2 * i + days, 12 + 2 * i + days);
            caller.post(api("/merges"), "application/json", wish);
            looked.add(caller.nanos(api));
        }
        tell.accept(Timing.all("the first look after a merge, %d days".formatted(days), looked));
        tell.accept(new Figure("merges looked at", looked.size(), ""));
    }
}
