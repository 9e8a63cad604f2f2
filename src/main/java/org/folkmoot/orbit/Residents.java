package org.folkmoot.orbit;

import java.util.LinkedHashMap;
import java.util.Objects;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Everybody of the communities asked about last, in memory as long as nobody has changed.
@Component
class Residents {

    private static final long MOST = 3_000_000;

    private final Census census;
    private final TransactionTemplate reading;
    private final LinkedHashMap<CommunityId, Now> all = new LinkedHashMap<>(16, 0.75f, true);

    Residents(Census census, PlatformTransactionManager transactions) {
        this.census = census;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// @param stirred another number after every change of who is who
    record Now(long stirred, Persons persons) {}

    Now now() {
        var stirred = Objects.requireNonNull(reading.execute(_ -> census.stirred()));
        if (!Books.changing()) {
            synchronized (this) {
                var known = all.get(Here.community());
                if (known != null && known.stirred == stirred) {
                    return known;
                }
            }
        }
        var now = new Now(stirred, Objects.requireNonNull(reading.execute(_ -> census.read())));
        if (!Books.changing()) {
            keep(now);
        }
        return now;
    }

    private synchronized void keep(Now now) {
        all.put(Here.community(), now);
        long sum = all.values().stream().mapToLong(n -> n.persons.size()).sum();
        var eldest = all.values().iterator();
        while (sum > MOST && all.size() > 1) {
            sum -= eldest.next().persons.size();
            eldest.remove();
        }
    }
}
