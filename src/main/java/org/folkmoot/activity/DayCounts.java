package org.folkmoot.activity;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How often each account did something, within the last days or in a place. Whole days are kept in
/// memory, each until something of it changes, and so is what they came to, so that asking again
/// costs what is new.
@Component
class DayCounts {

    /// Before whatever is known of.
    private static final LocalDate EVER = LocalDate.EPOCH.minusYears(1000);

    private final DayCountRows rows;
    private final Map<Key, SoftReference<Map<LocalDate, Day>>> known = new ConcurrentHashMap<>();
    private final Map<Span, SoftReference<Total>> totals = new ConcurrentHashMap<>();

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

        private void addTo(Sums sums, int by) {
            for (int i = 0; i < accounts.length; i++) {
                sums.add(accounts[i], by * times[i]);
            }
        }
    }

    /// @param days so many until now; null: ever
    private record Span(Key key, @Nullable Integer days) {}

    /// @param sums of these days; nobody adds to them any more
    private record Total(Map<LocalDate, Day> of, Sums sums) {}

    /// Not to be added to. Without a kind and a place the local day on which the time begins is
    /// counted whole.
    @Transactional(readOnly = true)
    Sums of(Often.What what, Instant now, ZoneId zone) {
        var places = what.place() == null ? null : rows.places(what.place());
        var key = new Key(Here.community(), what.kind(), places);
        var span = new Span(key, what.days());
        if (what.days() == null) {
            return total(span, days(key, EVER, zone));
        }
        var from = now.minus(Duration.ofDays(what.days()));
        var first = LocalDate.ofInstant(from, zone);
        if (what.kind() == null && places == null) {
            return total(span, days(key, first, zone));
        }
        var next = first.plusDays(1);
        var sums = total(span, days(key, next, zone)).copy();
        rows.count(what.kind(), places, from, next, zone, sums);
        return sums;
    }

    /// Of what was added up before, days that are gone or others now are taken away.
    private Sums total(Span span, Map<LocalDate, Day> days) {
        var reference = totals.get(span);
        var kept = reference == null ? null : reference.get();
        var before = kept == null ? new Total(Map.of(), new Sums()) : kept;
        var gone = others(before.of, days);
        var come = others(days, before.of);
        if (gone.isEmpty() && come.isEmpty()) {
            return before.sums;
        }
        var sums = before.sums.copy();
        gone.forEach(day -> day.addTo(sums, -1));
        come.forEach(day -> day.addTo(sums, 1));
        totals.put(span, new SoftReference<>(new Total(days, sums)));
        return sums;
    }

    /// Those days that the second does not have in this version.
    private static List<Day> others(Map<LocalDate, Day> of, Map<LocalDate, Day> than) {
        return of.entrySet().stream()
                .filter(
                        e -> {
                            var other = than.get(e.getKey());
                            return other == null || other.version != e.getValue().version;
                        })
                .map(Map.Entry::getValue)
                .toList();
    }

    private Map<LocalDate, Day> days(Key key, LocalDate first, ZoneId zone) {
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
        var found = new HashMap<LocalDate, Day>();
        versions.keySet().forEach(day -> found.computeIfAbsent(day, all::get));
        return found;
    }
}
