package org.folkmoot.sources.comparing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.folkmoot.activity.Activities;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.Switchboard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds what is here against what the platform has. Nothing is changed by it, here or there.
@Component
public class Comparing {

    private static final int PAGES = 10;
    private static final int EXAMPLES = 5;

    private final Sources sources;
    private final Platforms platforms;
    private final Switchboard switchboard;
    private final Totals totals;
    private final Ingest ingest;
    private final Activities activities;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Comparing(
            Sources sources,
            Platforms platforms,
            Switchboard switchboard,
            Totals totals,
            Ingest ingest,
            Activities activities,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.platforms = platforms;
        this.switchboard = switchboard;
        this.totals = totals;
        this.ingest = ingest;
        this.activities = activities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Asks for its totals.
    ///
    /// @throws Refusal.Unusable when the platform tells none, or with why it did not answer
    public List<Compared> compare(long id) {
        var source = sources.get(id).kept();
        var connector = platforms.of(source);
        var counting =
                connector
                        .counting()
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "%s does not say how much there is."
                                                        .formatted(connector.title())));
        var told = switchboard.talk(source, talk -> counting.count(talk.line()));
        return totals.keep(id, told, clock.instant());
    }

    /// Reads what is new and the first pages of all as if for the first time, and stores nothing.
    ///
    /// @throws Refusal.Unusable with why it did not work
    public Rehearsal rehearse(long id) {
        var source = sources.get(id).kept();
        var pages = switchboard.talk(source, talk -> pages(talk, source.cursor()));
        return Objects.requireNonNull(
                transaction.execute(
                        tx -> {
                            tx.setRollbackOnly();
                            return tried(pages);
                        }));
    }

    private static List<List<Found>> pages(Switchboard.Talk talk, String cursor) {
        var pages = new ArrayList<List<Found>>();
        if (!cursor.isEmpty()) {
            pages.add(page(talk, cursor).page());
        }
        var from = "";
        for (int n = 0; n < PAGES; n++) {
            var page = page(talk, from);
            pages.add(page.page());
            from = page.next();
            if (!page.more()) {
                break;
            }
        }
        return pages;
    }

    private static Pull.Caught page(Switchboard.Talk talk, String from) {
        var came = talk.connector().pull(talk.line(), from);
        if (came instanceof Pull.Caught caught) {
            return caught;
        }
        throw new Stop(came);
    }

    private Rehearsal tried(List<List<Found>> pages) {
        var examples = new ArrayList<String>();
        var sum = Import.Counts.NONE;
        for (var page : pages) {
            examples.addAll(fresh(page));
            sum = sum.plus(ingest.take(page, new HashMap<>()).counts());
        }
        var fresh = sum.people() + sum.activities();
        return new Rehearsal(
                pages.size(),
                sum.read(),
                fresh,
                Math.max(0, sum.stored() - fresh),
                sum.known(),
                sum.refused(),
                examples.stream().limit(EXAMPLES).toList());
    }

    private List<String> fresh(List<Found> page) {
        var all = new ArrayList<String>();
        for (var found : page) {
            if (found instanceof Deed deed
                    && all.size() < EXAMPLES
                    && activities.known(deed.source(), List.of(deed.id())).isEmpty()) {
                all.add(words(deed));
            }
        }
        return all;
    }

    private static String words(Deed deed) {
        var said = deed.title() == null ? deed.text() : deed.title();
        var short_ = said == null ? deed.id() : said.strip();
        return "%s: %s"
                .formatted(
                        deed.kind().key().replace('_', ' '),
                        short_.length() > 100 ? short_.substring(0, 100) + "…" : short_);
    }
}
