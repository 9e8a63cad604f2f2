package org.folkmoot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    private static final int PAGE = 1000;
    private static final int NEWCOMERS = 20;
    private static final String[] PLATFORMS = {"slack:T1", "github", "discourse:forum", "mail"};
    private static final String[] SYLLABLES =
            "ba be bo da do fa go ha ki ko la le li lo ma mi mo na ne ni no pa ra ri ro sa so ta te ti va vi wa za"
                    .split(" ");

    private final Communities communities;
    private final Identities identities;
    private final Matching matching;
    private final TransactionTemplate transaction;
    private final Random random = new Random(3);

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
            int identities,
            int compared,
            int certain,
            Duration brought,
            Duration took,
            Duration one) {}

    public Result run(int many) throws Exception {
        var community =
                communities.create("crowd", "Crowd", "developer", "Europe/Berlin", "en", false);
        return Here.in(
                community.id(),
                () -> {
                    var begun = System.nanoTime();
                    bring(many);
                    var started = System.nanoTime();
                    var found = matching.run();
                    var ended = System.nanoTime();
                    var times = new ArrayList<Long>();
                    for (int i = 0; i < NEWCOMERS; i++) {
                        meet(person(many + i));
                        var start = System.nanoTime();
                        matching.runQuietly();
                        times.add(System.nanoTime() - start);
                    }
                    times.sort(null);
                    return new Result(
                            many,
                            found.compared(),
                            found.certain().size(),
                            Duration.ofNanos(started - begun),
                            Duration.ofNanos(ended - started),
                            Duration.ofNanos(times.get(NEWCOMERS / 2)));
                });
    }

    private void bring(int many) {
        var page = new ArrayList<Told>();
        for (int p = 0, i = 0; i < many; p++) {
            for (var told : person(p)) {
                if (i++ < many) {
                    page.add(told);
                }
            }
            if (page.size() >= PAGE) {
                meet(page);
                page.clear();
            }
        }
        meet(page);
    }

    private void meet(List<Told> page) {
        transaction.executeWithoutResult(_ -> identities.meet(page, List.of()));
    }

    /// One person with one to three accounts, told with more or less.
    private List<Told> person(int number) {
        var given = word(2, 400);
        var surname = word(3, 30_000);
        var all = new ArrayList<Told>();
        var accounts = 1 + random.nextInt(10) / 7 + random.nextInt(10) / 8;
        for (int a = 0; a < accounts; a++) {
            var source = PLATFORMS[random.nextInt(PLATFORMS.length)];
            var fields = new HashMap<String, String>();
            var address = given + "." + surname + number % 97 + "@" + surname + ".example";
            fields.put(
                    "name",
                    random.nextInt(8) == 0 ? given : capital(given) + " " + capital(surname));
            if (source.equals("mail") || random.nextInt(2) == 0) {
                fields.put("email", address);
            }
            if (!source.equals("mail")) {
                fields.put(
                        "handle",
                        random.nextInt(3) == 0
                                ? surname + number % 1000
                                : given.charAt(0) + surname);
            }
            all.add(told(source, number + "-" + a, fields));
        }
        return all;
    }

    private static Told told(String source, String id, Map<String, String> fields) {
        return new Told(
                new Told.Key(source, id),
                fields,
                false,
                false,
                false,
                Set.of(),
                List.of(),
                null,
                null,
                false,
                null,
                null,
                null);
    }

    /// One of so many words; the first ones come up most.
    private String word(int syllables, int many) {
        var rank = (int) (Math.pow(random.nextDouble(), 2) * many);
        var chosen = new Random(rank * 31L + syllables);
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[chosen.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
