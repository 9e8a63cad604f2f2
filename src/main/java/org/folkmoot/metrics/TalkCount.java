package org.folkmoot.metrics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.community.BusinessHours;

/// Counts what was begun in one window, root by root: who waited how long for an answer, and what
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

        Engagement engagement() {
            return new Engagement(items, engagements, squares);
        }
    }

    private final TalkRules rules;
    private final ZoneId zone;
    private final OpenTime open;

    private final List<Wait> waits = new ArrayList<>();
    private final Sum whole = new Sum();
    private long byMark;
    private long byWords;
    private long viewed;
    private long views;
    private long engagedViewers;
    private final Map<String, Sum> byKind = new HashMap<>();
    private final Map<String, Sum> byPlatform = new HashMap<>();
    private final Map<Long, Sum> byPlace = new HashMap<>();
    private final Sum[] byHour = new Sum[7 * 24];
    private final Map<LocalDate, Sum> byDay = new HashMap<>();
    private Sum today = new Sum();
    private DayClock clock;

    TalkCount(Ask ask, TalkRules rules, BusinessHours hours) {
        this.rules = rules;
        this.zone = ask.window().zone();
        this.clock = new DayClock(LocalDate.MIN, 0, false, zone);
        this.open = new OpenTime(hours, zone, ask.window().from(), ask.window().to());
    }

    void add(LocalDate day, Root root) {
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
            waits.add(rules.wait(root, author));
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
        int hour = clock.hourOfWeek(root.at());
        if (byHour[hour] == null) {
            byHour[hour] = new Sum();
        }
        byHour[hour].add(n);
    }

    Waits waits() {
        return new Waits(waits, rules.staffed(), open, new Recognised(byWords, byMark));
    }

    Contents.Breakdown breakdown() {
        var hours = new HashMap<Integer, Sum>();
        for (int i = 0; i < byHour.length; i++) {
            if (byHour[i] != null) {
                hours.put(i, byHour[i]);
            }
        }
        return new Contents.Breakdown(
                whole.engagement(),
                new Views(whole.items, viewed, views, engagedViewers),
                parts(byKind),
                parts(byPlatform),
                parts(byPlace),
                parts(hours).stream()
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
