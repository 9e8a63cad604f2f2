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

/// How often each account did something, within the last days or in a place. Whole days are kept in
/// memory, each until something of it changes, so that asking again costs what is new.
@Component
class DayCounts {

    /// Before whatever is known of.
    private static final LocalDate EVER = LocalDate.EPOCH.minusYears(1000);

    private final DayCountRows rows;
    private final Map<Key, SoftReference<Map<LocalDate, Day>>> known = new ConcurrentHashMap<>();

    DayCounts(DayCountRows rows) {
        this.rows = rows;
    }

    /// @param places by their numbers, as a name may come to be another's; null: anywhere
    private record Key(CommunityId community, @Nullable Kind kind, @Nullable List<Long> places) {}

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

    /// @param kind null: whatever it was; without a place the local day on which the time begins is
    ///     then counted whole
    /// @param place its name; null: anywhere
    /// @param from null: ever
    @Transactional(readOnly = true)
    Sums since(@Nullable Kind kind, @Nullable String place, @Nullable Instant from, ZoneId zone) {
        var first = from == null ? EVER : LocalDate.ofInstant(from, zone);
        var places = place == null ? null : rows.places(place);
        var sums = new Sums();
        if (from != null && (kind != null || place != null)) {
            first = first.plusDays(1);
            rows.count(kind, places, from, first, zone, sums);
        }
        var key = new Key(Here.community(), kind, places);
        days(key, first, zone).forEach(day -> day.addTo(sums));
        return sums;
    }

    private List<Day> days(Key key, LocalDate first, ZoneId zone) {
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
            all.putAll(rows.read(key.kind(), key.places(), missing, zone));
            known.put(key, new SoftReference<>(all));
        }
        return versions.keySet().stream().flatMap(day -> Stream.ofNullable(all.get(day))).toList();
    }
}
