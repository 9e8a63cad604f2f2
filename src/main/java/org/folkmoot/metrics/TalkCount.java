package org.folkmoot.metrics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts what was begun, root by root or day by day: who waited how long for an answer, and what
/// others did with what was made.
final class TalkCount {

    private static final class Sum {
        private long items;
        private long engagements;
        private double squares;

        void add(long n) {
            items++;
            engagements += n;
            squares += (double) n * n;
        }

        void add(Sum other) {
            items += other.items;
            engagements += other.engagements;
            squares += other.squares;
        }

        Engagement engagement() {
            return new Engagement(items, engagements, squares);
        }
    }

    private final ZoneId zone;
    private final Waiting waits;
    private final Sum whole = new Sum();
    private long byMark;
    private long byWords;
    private long viewed;
    private long views;
    private long engagedViewers;
    private final Map<String, Sum> byKind = new HashMap<>();
    private final Map<String, Sum> byPlatform = new HashMap<>();
    private final Map<Long, Sum> byPlace = new HashMap<>();
    private final Map<Integer, Sum> byHour = new HashMap<>();
    private final Map<LocalDate, Sum> byDay = new HashMap<>();
    private Sum today = new Sum();
    private DayClock clock;

    /// @param to the end of what is known, in microseconds since 1970
    TalkCount(ZoneId zone, long to) {
        this.zone = zone;
        this.waits = new Waiting(to);
        this.clock = new DayClock(LocalDate.MIN, 0, false, zone);
    }

    void add(TalkRules rules, LocalDate day, Root root) {
        int author = rules.author(root);
        if (author < 0) {
            return;
        }
        switch (root.told()) {
            case BY_PLATFORM -> {}
            case BY_MARK -> byMark++;
            case BY_WORDS -> byWords++;
        }
        if (root.starts()) {
            rules.wait(root, author, waits);
        }
        if (root.content()) {
            engaged(day, root, rules.engagements(root, author));
        }
    }

    private void engaged(LocalDate day, Root root, long n) {
        whole.add(n);
        if (root.views() >= 0) {
            viewed++;
            views += root.views();
            engagedViewers += n;
        }
        byKind.computeIfAbsent(root.kind(), _ -> new Sum()).add(n);
        byPlatform.computeIfAbsent(root.platform(), _ -> new Sum()).add(n);
        if (root.place() != 0) {
            byPlace.computeIfAbsent(root.place(), _ -> new Sum()).add(n);
        }
        if (!day.equals(clock.day())) {
            clock = new DayClock(day, zone);
            today = byDay.computeIfAbsent(day, _ -> new Sum());
        }
        today.add(n);
        byHour.computeIfAbsent(clock.hourOfWeek(root.at()), _ -> new Sum()).add(n);
    }

    /// What others have counted, too.
    void add(TalkCount other) {
        waits.put(other.waits);
        whole.add(other.whole);
        byMark += other.byMark;
        byWords += other.byWords;
        viewed += other.viewed;
        views += other.views;
        engagedViewers += other.engagedViewers;
        add(byKind, other.byKind);
        add(byPlatform, other.byPlatform);
        add(byPlace, other.byPlace);
        add(byHour, other.byHour);
        add(byDay, other.byDay);
    }

    private static <K> void add(Map<K, Sum> sums, Map<K, Sum> others) {
        others.forEach((key, sum) -> sums.computeIfAbsent(key, _ -> new Sum()).add(sum));
    }

    /// Nothing more will be added.
    TalkCount done() {
        waits.trim();
        return this;
    }

    /// @param open the business hours of its window
    Waits waits(boolean staffed, OpenTime open) {
        return new Waits(waits, staffed, open, new Recognised(byWords, byMark));
    }

    Contents.Breakdown breakdown() {
        return new Contents.Breakdown(
                whole.engagement(),
                new Views(whole.items, viewed, views, engagedViewers),
                parts(byKind),
                parts(byPlatform),
                parts(byPlace),
                parts(byHour).stream()
                        .map(
                                p ->
                                        new Contents.Part<>(
                                                new Contents.Hour(p.key() / 24 + 1, p.key() % 24),
                                                p.engagement()))
                        .toList(),
                parts(byDay));
    }

    /// Those with most items first.
    private static <K extends Comparable<? super K>> List<Contents.Part<K>> parts(
            Map<K, Sum> sums) {
        return sums.entrySet().stream()
                .map(e -> new Contents.Part<>(e.getKey(), e.getValue().engagement()))
                .sorted(
                        Comparator.<Contents.Part<K>>comparingLong(p -> -p.engagement().items())
                                .thenComparing(Contents.Part::key))
                .toList();
    }
}
