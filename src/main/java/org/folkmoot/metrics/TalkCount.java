package org.folkmoot.metrics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.community.BusinessHours;
import org.jspecify.annotations.Nullable;

/// Counts what was begun in one window, root by root: who waited how long for an answer, and what
/// others did with what was made. What happened at the window's end or later is not known.
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

    private final long from;
    private final long to;
    private final ZoneId zone;
    private final @Nullable Long place;
    private final Scope scope;
    private final People people;
    private final Set<Long> chats;
    private final Map<Root.Name, Long> accounts;
    private final OpenTime open;

    private final List<Wait> waits = new ArrayList<>();
    private final Sum whole = new Sum();
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

    /// @param chats places in which an answer need not say so
    /// @param accounts those among the mentioned who had no account when the sheets were made
    TalkCount(
            Ask ask,
            Scope scope,
            Set<Long> chats,
            Map<Root.Name, Long> accounts,
            BusinessHours hours) {
        this.from = Census.micros(ask.window().from());
        this.to = Census.micros(ask.window().to());
        this.zone = ask.window().zone();
        this.clock = new DayClock(LocalDate.MIN, 0, false, zone);
        this.place = ask.filters().place();
        this.scope = scope;
        this.people = scope.people();
        this.chats = chats;
        this.accounts = accounts;
        this.open = new OpenTime(hours, zone, ask.window().from(), ask.window().to());
    }

    void add(LocalDate day, Root root) {
        if (root.at() < from || root.at() >= to || (place != null && root.place() != place)) {
            return;
        }
        int author = scope.counted(root.account());
        if (author < 0) {
            return;
        }
        if (root.starts()) {
            waits.add(wait(root, author));
        }
        if (root.content()) {
            engaged(day, root, engagements(root, author));
        }
    }

    private Wait wait(Root root, int asker) {
        long threaded = People.NEVER;
        long inferred = People.NEVER;
        long staff = People.NEVER;
        for (var deed : root.deeds()) {
            // what comes after the first answer of the team changes nothing
            if (deed.reply() && deed.at() < to && (deed.at() < threaded || deed.at() < staff)) {
                int by = people.who(deed.account());
                if (People.human(by) && People.person(by) != asker) {
                    threaded = Math.min(threaded, deed.at());
                    staff = People.staff(by) ? Math.min(staff, deed.at()) : staff;
                }
            }
        }
        if (!root.guesses().isEmpty() && chats.contains(root.place())) {
            for (var guess : root.guesses()) {
                int by = people.who(guess.account());
                if (guess.at() < to
                        && People.human(by)
                        && People.person(by) != asker
                        && (guess.straight() || mentions(guess, asker))) {
                    inferred = Math.min(inferred, guess.at());
                    staff = People.staff(by) ? Math.min(staff, guess.at()) : staff;
                }
            }
        }
        return new Wait(
                root.place() == 0 ? null : root.place(),
                root.at(),
                (to - root.at()) / 1e6,
                seconds(root, threaded),
                seconds(root, inferred),
                seconds(root, staff));
    }

    private boolean mentions(Root.Guess guess, int asker) {
        for (long account : guess.mentions()) {
            if (owner(account) == asker) {
                return true;
            }
        }
        for (var name : guess.unknown()) {
            var account = accounts.get(name);
            if (account != null && owner(account) == asker) {
                return true;
            }
        }
        return false;
    }

    private int owner(long account) {
        int who = people.who(account);
        return who < 0 ? -1 : People.person(who);
    }

    /// A reply older than its start comes from clocks that disagree: it took no time.
    private static @Nullable Double seconds(Root root, long at) {
        return at == People.NEVER ? null : Double.valueOf(Math.max(0, at - root.at()) / 1e6);
    }

    private long engagements(Root root, int author) {
        long n = 0;
        for (var deed : root.deeds()) {
            if (deed.at() < to) {
                int by = people.who(deed.account());
                n += People.counts(by, scope.staff()) && People.person(by) != author ? 1 : 0;
            }
        }
        return n;
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
        return new Waits(waits, people.staffed(), open);
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
