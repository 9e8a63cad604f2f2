package org.folkmoot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.community.Communities;
import org.folkmoot.identity.Matching;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Reuniting;
import org.folkmoot.identity.Suggestion;
import org.folkmoot.identity.Suggestions;
import org.folkmoot.members.Identities;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.Told;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How long it takes to know people among very many: all of them new, then some more, then one, and
/// what a teammate does by hand.
@Component
public class PeopleBench {

    private static final int MORE = 100_000;
    private static final int TIMES = 20;

    private final Communities communities;
    private final Identities identities;
    private final Reuniting reuniting;
    private final Matching matching;
    private final Merging merging;
    private final Suggestions suggestions;
    private final PeopleFinder finder;
    private final Processor processor;
    private final TransactionTemplate transaction;

    PeopleBench(
            Communities communities,
            Identities identities,
            Reuniting reuniting,
            Matching matching,
            Merging merging,
            Suggestions suggestions,
            PeopleFinder finder,
            Processor processor,
            PlatformTransactionManager transactions) {
        this.communities = communities;
        this.identities = identities;
        this.reuniting = reuniting;
        this.matching = matching;
        this.merging = merging;
        this.suggestions = suggestions;
        this.finder = finder;
        this.processor = processor;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// One thing that was measured.
    ///
    /// @param times how often; of more than once `took` is the median
    public record Step(String what, int times, Duration took) {}

    private interface Deed {
        void run() throws Exception;
    }

    /// @param people each with three accounts
    /// @param tell hears each step as it ends
    public void run(int people, Consumer<Step> tell) throws Exception {
        var community =
                communities.create("crowd", "Crowd", "developer", "Europe/Berlin", "en", false);
        Here.in(
                community.id(),
                () -> {
                    var crowd = new Crowd();
                    var all = "%,d new accounts of %,d people ".formatted(3 * people, people);
                    once(tell, all + "brought in", () -> crowd.people(people, this::meet));
                    once(tell, all + "matched and merged", reuniting::run);
                    once(tell, "100,000 more brought in", () -> crowd.accounts(MORE, this::meet));
                    once(tell, "100,000 more matched and merged", reuniting::run);
                    often(tell, "one newcomer matched", () -> meet(crowd.person()), matching::run);
                    often(tell, "the first 20 suggestions", () -> {}, () -> suggestions.best(20));
                    often(
                            tell,
                            "people found by a name",
                            () -> {},
                            () -> finder.find("bako", true, 50));
                    byHand(tell);
                    return null;
                });
    }

    /// Joins the first two that are suggested, and undoes it.
    private void byHand(Consumer<Step> tell) throws Exception {
        var pairs = suggestions.best(TIMES).stream().map(Suggestion::match).toList();
        var joined = new ArrayList<Long>();
        var done = new ArrayList<Long>();
        var undone = new ArrayList<Long>();
        for (var match : pairs) {
            var start = System.nanoTime();
            joined.add(merging.merge(match.pair(), match.evidence()).batch());
            done.add(System.nanoTime() - start);
        }
        for (var batch : joined) {
            var start = System.nanoTime();
            merging.undoBatch(batch);
            undone.add(System.nanoTime() - start);
        }
        if (!pairs.isEmpty()) {
            tell.accept(new Step("two people joined by hand", pairs.size(), median(done)));
            tell.accept(new Step("that undone", pairs.size(), median(undone)));
        }
    }

    private void once(Consumer<Step> tell, String what, Deed deed) throws Exception {
        var before = processor.used();
        var start = System.nanoTime();
        deed.run();
        var took = Duration.ofNanos(System.nanoTime() - start);
        var used = processor.used().since(before).words();
        tell.accept(new Step("%s (%s)".formatted(what, used), 1, took));
    }

    private static void often(Consumer<Step> tell, String what, Deed before, Deed deed)
            throws Exception {
        var times = new ArrayList<Long>();
        for (int i = 0; i < TIMES; i++) {
            before.run();
            var start = System.nanoTime();
            deed.run();
            times.add(System.nanoTime() - start);
        }
        tell.accept(new Step(what, TIMES, median(times)));
    }

    private static Duration median(List<Long> nanos) {
        return Duration.ofNanos(nanos.stream().sorted().toList().get(nanos.size() / 2));
    }

    private void meet(List<Told> page) {
        transaction.executeWithoutResult(_ -> identities.meet(page, List.of()));
    }
}
