package org.folkmoot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.community.Communities;
import org.folkmoot.identity.Matching;
import org.folkmoot.members.Identities;
import org.folkmoot.members.Told;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How long the matcher takes over a made-up crowd, all of it new, and over one newcomer after.
@Component
public class CrowdBench {

    private static final int NEWCOMERS = 20;

    private final Communities communities;
    private final Identities identities;
    private final Matching matching;
    private final TransactionTemplate transaction;

    CrowdBench(
            Communities communities,
            Identities identities,
            Matching matching,
            PlatformTransactionManager transactions) {
        this.communities = communities;
        this.identities = identities;
        this.matching = matching;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param brought how long the import of them took, for comparison
    /// @param one how long a run for one newcomer takes, the median of twenty
    public record Result(
            int identities, int compared, Duration brought, Duration took, Duration one) {}

    public Result run(int many) throws Exception {
        var community =
                communities.create("crowd", "Crowd", "developer", "Europe/Berlin", "en", false);
        return Here.in(
                community.id(),
                () -> {
                    var begun = System.nanoTime();
                    var crowd = new Crowd();
                    crowd.accounts(many, this::meet);
                    var started = System.nanoTime();
                    var found = matching.run();
                    var ended = System.nanoTime();
                    var times = new ArrayList<Long>();
                    for (int i = 0; i < NEWCOMERS; i++) {
                        meet(crowd.person());
                        var start = System.nanoTime();
                        matching.run();
                        times.add(System.nanoTime() - start);
                    }
                    times.sort(null);
                    return new Result(
                            many,
                            found.compared(),
                            Duration.ofNanos(started - begun),
                            Duration.ofNanos(ended - started),
                            Duration.ofNanos(times.get(NEWCOMERS / 2)));
                });
    }

    private void meet(List<Told> page) {
        transaction.executeWithoutResult(_ -> identities.meet(page, List.of()));
    }
}
