package org.folkmoot.sources.pulls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.activity.Ledger;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.ImportEnded;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Here;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells the house that a source brought something: when all of it is here, and now and then while
/// there is much. What was not told because the process died is told with what comes next.
@Component
public class Arrivals {

    private static final long ROWS = 5_000;

    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final boolean server;
    private final Map<Long, Long> untold = new ConcurrentHashMap<>();

    Arrivals(
            Ledger ledger,
            ApplicationEventPublisher events,
            @Value("${folkmoot.server:false}") boolean server) {
        this.ledger = ledger;
        this.events = events;
        this.server = server;
    }

    /// @param whole whether nothing more comes at once
    public void came(long source, Import.Counts counts, boolean whole) {
        if (counts.stored() > 0) {
            untold.merge(source, counts.stored(), Long::sum);
        }
        var rows = untold.getOrDefault(source, 0L);
        if (rows >= ROWS || (whole && rows > 0)) {
            untold.remove(source);
            ledger.finishReading();
            events.publishEvent(new AccountsCame(Here.community()));
            if (server) {
                events.publishEvent(new ImportEnded(Here.community()));
            }
        }
    }
}
