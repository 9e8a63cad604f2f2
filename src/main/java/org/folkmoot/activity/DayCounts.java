package org.folkmoot.activity;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How often each account did something within the last days. The whole days are kept in memory,
/// each until something of it changes, so that asking again costs what is new.
@Component
class DayCounts {

    private final DayCountRows rows;
    private final Map<Key, SoftReference<Map<LocalDate, Day>>> known = new ConcurrentHashMap<>();

    DayCounts(DayCountRows rows) {
        this.rows = rows;
    }

    private record Key(CommunityId community, @Nullable Kind kind) {}

    /// Who did it on one local day, and how often.
    ///
    /// As of a version of the day; the two columns are of one length.
    static final class Day {

        private final long version;
        private final long[] accounts;
        private final int[] times;

        Day(long version, long[] accounts, int[] times) {
            this.version = version;
            this.accounts = accounts;
            this.times = times;
        }

        private void addTo(Sums sums) {
            for (int i = 0; i < accounts.length; i++) {
                sums.add(accounts[i], times[i]);
            }
        }
    }

    /// @param kind null: whatever it was, and the local day on which the time begins is counted
    ///     whole
    @Transactional(readOnly = true)
    Sums since(@Nullable Kind kind, Instant from, ZoneId zone) {
        var first = LocalDate.ofInstant(from, zone);
        var sums = new Sums();
        if (kind != null) {
            first = first.plusDays(1);
            rows.count(kind, from, first, zone, sums);
        }
        days(kind, first, zone).forEach(day -> day.addTo(sums));
        return sums;
    }

    private List<Day> days(@Nullable Kind kind, LocalDate first, ZoneId zone) {
        var key = new Key(Here.community(), kind);
        var reference = known.get(key);
        var before = reference == null ? null : reference.get();
        var versions = rows.versions(first);
        var missing = new HashMap<>(versions);
        if (before != null) {
            missing.entrySet()
                    .removeIf(
                            day -> {
                                var had = before.get(day.getKey());
                                return had != null && had.version == day.getValue();
                            });
        }
        var all = before == null ? new ConcurrentHashMap<LocalDate, Day>() : before;
        if (!missing.isEmpty()) {
            all.putAll(rows.read(kind, missing, zone));
            known.put(key, new SoftReference<>(all));
        }
        return versions.keySet().stream().flatMap(day -> Stream.ofNullable(all.get(day))).toList();
    }
}
