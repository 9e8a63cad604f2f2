package org.folkmoot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Fifty people of a team who look at Health all at once, each thinking for a second between two
/// clicks.
final class Clicking {

    private static final int PEOPLE = 50;
    private static final int THINKING = 1000;

    private final String site;
    private final String token;
    private final HealthTour tour;
    private final Consumer<Object> tell;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    Clicking(String site, String token, HealthTour tour, Consumer<Object> tell) {
        this.site = site;
        this.token = token;
        this.tour = tour;
        this.tell = tell;
    }

    void measure(int seconds) throws Exception {
        var pages = new ArrayList<>(tour.pages("").values());
        pages.addAll(tour.pages("platform=discourse").values());
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var ended = new ArrayList<Future<?>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < PEOPLE; person++) {
                var chance = new Random(person);
                ended.add(people.submit(() -> click(pages, chance, until)));
            }
        }
        for (var one : ended) {
            one.get();
        }
        tell.accept(Timing.all("50 people clicking", List.copyOf(nanos)));
        tell.accept(
                new MetricsBench.Figure(
                        "50 people clicking", (double) nanos.size() / seconds, "answers/s"));
    }

    private Void click(List<String> pages, Random chance, long until) throws Exception {
        var caller = new Caller(site, token);
        caller.signIn(MetricsCrowd.EMAIL, MetricsCrowd.PASSWORD);
        while (System.nanoTime() < until) {
            Thread.sleep(chance.nextInt(2 * THINKING));
            nanos.add(caller.nanos(pages.get(chance.nextInt(pages.size()))));
        }
        return null;
    }
}
