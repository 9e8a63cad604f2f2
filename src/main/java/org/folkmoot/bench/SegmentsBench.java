package org.folkmoot.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.bench.PeopleBench.Step;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.store.Here;
import org.folkmoot.store.Vacuum;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How long it takes to count who fits a condition, among very many people.
@Component
public class SegmentsBench {

    private static final String SLUG = "crowd";
    private static final int TIMES = 5;

    private static final List<String> CONDITIONS =
            """
            joined in 7 days
            active 30 days
            platform is github and active 30 days
            not tag is champion and not organisation known
            (tag is champion or tag is tag30) and silent 60 days
            organisation is "Org 7" or location is "City 7" or (language is fr and left)
            organisation contains "Org 199"
            organisation contains nobody
            location contains "City 199"
            title contains "things 17"
            activities at least 50
            activities of kind message
            activities of kind message at least 20
            not activities of kind message
            activities of kind message or left
            activities of kind answer in 30 days at least 5
            activities of kind message in 30 days at least 5
            activities in 30 days at least 5
            activities in 365 days at least 20
            activities in 30 days at most 2
            activities in place "place 3"
            activities in place "place 150" in 30 days at least 2
            platform is github and (tag is champion or activities of kind answer in 30 days at least 5) and not silent 60 days
            not activities in 30 days at least 5 and language is de and silent 90 days
            """
                    .lines()
                    .toList();

    private final Communities communities;
    private final PeopleFinder finder;
    private final Processor processor;
    private final Vacuum vacuum;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    SegmentsBench(
            Communities communities,
            PeopleFinder finder,
            Processor processor,
            Vacuum vacuum,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.communities = communities;
        this.finder = finder;
        this.processor = processor;
        this.vacuum = vacuum;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param people made up, unless they were by a run before
    /// @param tell hears each condition twice: the first time it is asked, and the median of more
    public void run(int people, Consumer<Step> tell) throws Exception {
        var made = communities.find(SLUG);
        var here = made.isPresent() ? made.get() : make(people, tell);
        Here.in(here.id(), () -> CONDITIONS.forEach(condition -> count(condition, tell)));
    }

    private Community make(int people, Consumer<Step> tell) throws Exception {
        var here = communities.create(SLUG, "Crowd", "developer", "UTC", "en", false);
        var begun = System.nanoTime();
        Here.in(here.id(), () -> fill(people));
        vacuum.run();
        tell.accept(step("%,d people made".formatted(people), List.of(System.nanoTime() - begun)));
        return here;
    }

    private void fill(int people) {
        for (var statement : sql().split(";\\s*\\n")) {
            transaction.executeWithoutResult(
                    _ -> db.sql(statement).param("people", people).update());
        }
    }

    private static String sql() {
        try {
            return new ClassPathResource("bench/people.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void count(String condition, Consumer<Step> tell) {
        var times = new ArrayList<Long>();
        var found = "";
        var before = processor.used();
        for (int i = 0; i <= TIMES; i++) {
            before = i == 1 ? processor.used() : before;
            var start = System.nanoTime();
            found = finder.count(condition);
            times.add(System.nanoTime() - start);
        }
        var used = processor.used().since(before).words();
        tell.accept(step("first: " + condition, times.subList(0, 1)));
        tell.accept(
                step(
                        "%s: %s (all %d: %s)".formatted(found, condition, TIMES, used),
                        times.subList(1, TIMES + 1)));
    }

    private static Step step(String what, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return new Step(what, nanos.size(), Duration.ofNanos(sorted[sorted.length / 2]));
    }
}
