package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.community.Communities;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Here;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes one person of accounts that came apart, whenever accounts have come: takes sources at
/// their word, looks for who is likely the same, and merges what is as good as certain. What is to
/// be done is kept in queues, so a crash or a failure leaves it to the next time.
@Service
public class Reuniting {

    /// In whose name certain pairs are merged.
    public static final String BY = "matching";

    private static final Logger log = LoggerFactory.getLogger(Reuniting.class);
    private static final int AT_A_TIME = 1_000;

    private final Hearsay hearsay;
    private final Matching matching;
    private final ByItself byItself;
    private final Suggestions suggestions;
    private final SuggestionRows rows;
    private final Communities communities;
    private final TransactionTemplate transaction;

    Reuniting(
            Hearsay hearsay,
            Matching matching,
            ByItself byItself,
            Suggestions suggestions,
            SuggestionRows rows,
            Communities communities,
            PlatformTransactionManager transactions) {
        this.hearsay = hearsay;
        this.matching = matching;
        this.byItself = byItself;
        this.suggestions = suggestions;
        this.rows = rows;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What a run came to.
    ///
    /// @param looked of how many accounts there was news
    /// @param compared how many pairs were weighed
    /// @param told how many were merged because a source said so
    /// @param certain how many were merged because they are as good as certain
    public record Done(int looked, int compared, int told, int certain) {}

    /// Works off all news of the community we are in.
    public Done run() {
        var told = hearsay.hear();
        var found = matching.run();
        if (!told.alone().isEmpty()) {
            transaction.executeWithoutResult(_ -> rows.write(List.of(), told.alone()));
        }
        var certain = 0;
        var some = suggestions.certain(null, AT_A_TIME);
        while (!some.isEmpty()) {
            certain += merge(some);
            some = suggestions.certain(some.getLast(), AT_A_TIME);
        }
        return new Done(found.looked(), found.compared(), told.merged(), certain);
    }

    private int merge(List<Match> certain) {
        var merged =
                transaction.execute(
                        _ -> {
                            var claims = new ArrayList<Merging.Claim>();
                            certain.forEach(
                                    m -> claims.add(new Merging.Claim(m.pair(), m.evidence())));
                            suggestions.close(
                                    certain.stream().map(Match::pair).toList(), "merged", BY);
                            var careful = byItself.certain(claims, BY);
                            suggestions.ask(careful.left(), OneEach.WHY);
                            suggestions.ask(careful.alone(), Unasked.WHY);
                            return careful.done().merged();
                        });
        return merged == null ? 0 : merged;
    }

    /// After an import. What fails here is told to the operator and tried again with the next: the
    /// import itself is done.
    @EventListener
    void after(AccountsCame came) {
        try {
            Here.in(came.community(), (Callable<Done>) this::run);
        } catch (Exception e) {
            log.error("Accounts could not be compared; it is tried again with the next import", e);
        }
    }

    /// What the last stop left.
    @EventListener(Opened.class)
    void goOn() {
        Thread.ofVirtual()
                .name("reuniting")
                .start(() -> communities.all().forEach(c -> after(new AccountsCame(c.id()))));
    }
}
