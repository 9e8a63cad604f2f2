package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.folkmoot.members.Claims;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes sources at their word: who is one person by a mail map or by the export of another
/// Folkmoot is merged, and who is two there is never merged by itself here.
@Component
class Hearsay {

    private static final int AT_A_TIME = 2_000;
    static final String BY = "import";

    private final Claims claims;
    private final ByItself byItself;
    private final Never never;
    private final TransactionTemplate transaction;

    Hearsay(
            Claims claims,
            ByItself byItself,
            Never never,
            PlatformTransactionManager transactions) {
        this.claims = claims;
        this.byItself = byItself;
        this.never = never;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param merged how many accounts were merged
    /// @param alone what was told of people who are to be left alone, for a person to decide
    record Told(int merged, List<Match> alone) {}

    /// Hears all that is new.
    Told hear() {
        int merged = 0;
        var alone = new ArrayList<Match>();
        for (boolean more = true; more; ) {
            var done = Objects.requireNonNull(transaction.execute(_ -> some()));
            merged += done.result.done().merged();
            done.result
                    .alone()
                    .forEach(c -> alone.add(new Match(c.pair().sorted(), SURE, c.evidence())));
            more = done.heard == AT_A_TIME;
        }
        return new Told(merged, alone);
    }

    private record Heard(int heard, ByItself.Result result) {}

    private Heard some() {
        var told = claims.hear(AT_A_TIME);
        var apart = new ArrayList<Pair>();
        var same = new ArrayList<Merging.Claim>();
        for (var claim : told) {
            var pair = new Pair(claim.one(), claim.other());
            if (claim.same()) {
                same.add(new Merging.Claim(pair, List.of(new Evidence("told", SURE, claim.why()))));
            } else {
                apart.add(pair);
            }
        }
        never.say(apart, BY);
        return new Heard(told.size(), byItself.told(same, BY));
    }

    /// In bits: as sure as anything can be.
    private static final double SURE = 30;
}
