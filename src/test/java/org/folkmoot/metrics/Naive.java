package org.folkmoot.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.BusinessHours;
import org.folkmoot.metrics.History.Account;
import org.folkmoot.metrics.History.Act;
import org.folkmoot.metrics.History.Person;
import org.jspecify.annotations.NullUnmarked;

/// The same numbers once more, by looking at everything again and again: slow, and plain enough to
/// be checked by reading.
@SuppressWarnings("ReferenceEquality") // they are the same, or they are not
@NullUnmarked
final class Naive {

    private static final Set<Kind> REPLIES =
            Set.of(
                    Kind.REPLY,
                    Kind.COMMENT,
                    Kind.ANSWER,
                    Kind.ACCEPTED_ANSWER,
                    Kind.REVIEW,
                    Kind.MESSAGE,
                    Kind.QUESTION);

    private final History history;
    private final Filters filters;
    private final LocalDate first;
    private final LocalDate last;
    private final Instant from;
    private final Instant to;

    /// The window of `days` whole days ending with `last`, long past.
    Naive(History history, Filters filters, LocalDate last, int days) {
        this.history = history;
        this.filters = filters;
        this.last = last;
        this.first = last.minusDays(days - 1L);
        this.from = first.atStartOfDay(history.zone).toInstant();
        this.to = last.plusDays(1).atStartOfDay(history.zone).toInstant();
    }

    private boolean within(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private boolean role(Person p) {
        return p.role().equals("member") || (filters.staff() && p.role().equals("staff"));
    }

    private boolean inScope(Account a) {
        return a != null
                && role(a.person())
                && (filters.platform() == null || filters.platform().equals(a.platform()))
                && (filters.tag() == null || a.person().tags().contains(filters.tag()));
    }

    private List<Person> people() {
        return history.people.stream()
                .filter(this::role)
                .filter(p -> filters.tag() == null || p.tags().contains(filters.tag()))
                .filter(
                        p ->
                                filters.platform() == null
                                        || history.accounts.stream()
                                                .anyMatch(
                                                        a ->
                                                                a.person() == p
                                                                        && a.platform()
                                                                                .equals(
                                                                                        filters
                                                                                                .platform())))
                .filter(p -> p.firstSeen() != null)
                .toList();
    }

    private boolean gone(Person p, Instant leftBefore, Instant backBefore) {
        return p.leftAt() != null
                && p.leftAt().isBefore(leftBefore)
                && !(p.backAt() != null && p.backAt().isBefore(backBefore));
    }

    Growth growth() {
        long atStart =
                people().stream()
                        .filter(p -> p.firstSeen().isBefore(from) && !gone(p, from, from))
                        .count();
        long joined = people().stream().filter(p -> within(p.firstSeen())).count();
        long left =
                people().stream()
                        .filter(
                                p ->
                                        p.firstSeen().isBefore(to)
                                                && p.leftAt() != null
                                                && within(p.leftAt())
                                                && gone(p, to, to))
                        .count();
        long returned =
                people().stream()
                        .filter(
                                p ->
                                        p.leftAt() != null
                                                && p.leftAt().isBefore(from)
                                                && p.backAt() != null
                                                && within(p.backAt()))
                        .count();
        long total =
                people().stream()
                        .filter(p -> p.firstSeen().isBefore(to) && !gone(p, to, to))
                        .count();
        long belonged =
                people().stream()
                        .filter(p -> p.firstSeen().isBefore(to) && !gone(p, from, to))
                        .count();
        long undated =
                history.people.stream()
                        .filter(this::role)
                        .filter(p -> filters.tag() == null || p.tags().contains(filters.tag()))
                        .filter(
                                p ->
                                        filters.platform() == null
                                                || history.accounts.stream()
                                                        .anyMatch(
                                                                a ->
                                                                        a.person() == p
                                                                                && a.platform()
                                                                                        .equals(
                                                                                                filters
                                                                                                        .platform())))
                        .filter(p -> p.firstSeen() == null)
                        .count();
        return new Growth(atStart, joined, left, returned, total, belonged, undated);
    }

    Set<Person> active(Kind.Counts as) {
        var people = new HashSet<Person>();
        for (var act : history.acts) {
            if (act.counted()
                    && inScope(act.by())
                    && within(act.at())
                    && act.kind().counts(as)
                    && (filters.place() == null || act.place().id() == filters.place())) {
                people.add(act.by().person());
            }
        }
        return people;
    }

    ActiveRatio ratio() {
        long memberDays = 0;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            memberDays += new Naive(history, filters, day, 1).active(Kind.Counts.ACTIVE).size();
        }
        var contributed = active(Kind.Counts.CONTRIBUTION);
        contributed.retainAll(active(Kind.Counts.ACTIVE));
        return new ActiveRatio(
                active(Kind.Counts.ACTIVE).size(),
                growth().belonged(),
                contributed.size(),
                memberDays,
                (int) (last.toEpochDay() - first.toEpochDay() + 1));
    }

    Retention retention() {
        var days = (int) (last.toEpochDay() - first.toEpochDay() + 1);
        var before =
                new Naive(history, filters, first.minusDays(1), days).active(Kind.Counts.ACTIVE);
        var both = new HashSet<>(before);
        both.retainAll(active(Kind.Counts.ACTIVE));
        return new Retention(both.size(), before.size());
    }

    private static boolean human(Account a) {
        return a != null
                && (a.person().role().equals("member") || a.person().role().equals("staff"));
    }

    Waits waits() {
        var waits = new ArrayList<Wait>();
        for (var start : history.acts) {
            if (!start.starts()
                    || !start.counted()
                    || !within(start.at())
                    || !inScope(start.by())
                    || (filters.place() != null && start.place().id() != filters.place())) {
                continue;
            }
            Double threaded = null;
            Double inferred = null;
            Double staff = null;
            for (var other : history.acts) {
                if (!other.counted()
                        || !other.at().isBefore(to)
                        || !human(other.by())
                        || other.by().person() == start.by().person()) {
                    continue;
                }
                var wait = Math.max(0, Duration.between(start.at(), other.at()).toNanos() / 1e9);
                var isReply =
                        other != start && other.root() == start && REPLIES.contains(other.kind());
                var isInferred = answersWithoutSayingSo(start, other);
                if (isReply) {
                    threaded = threaded == null ? wait : Math.min(threaded, wait);
                }
                if (isInferred) {
                    inferred = inferred == null ? wait : Math.min(inferred, wait);
                }
                if ((isReply || isInferred) && other.by().person().role().equals("staff")) {
                    staff = staff == null ? wait : Math.min(staff, wait);
                }
            }
            waits.add(
                    new Wait(
                            start.place().id(),
                            ChronoUnit.MICROS.between(Instant.EPOCH, start.at()),
                            Duration.between(start.at(), to).toNanos() / 1e9,
                            threaded,
                            inferred,
                            staff));
        }
        return new Waits(
                waits,
                history.people.stream().anyMatch(p -> p.role().equals("staff")),
                new OpenTime(BusinessHours.USUAL, history.zone, from, to));
    }

    /// Each wait's time within the usual hours, by going through it in steps of a quarter of an
    /// hour, which is as fine as hours and zones are.
    KaplanMeier businessWaits() {
        var ended = new ArrayList<Double>();
        var open = new ArrayList<Double>();
        for (var wait : waits().all()) {
            var start = Instant.EPOCH.plus(wait.at(), ChronoUnit.MICROS);
            var answer = wait.answered();
            var end =
                    start.plus(
                            Math.round((answer == null ? wait.open() : answer) * 1e6),
                            ChronoUnit.MICROS);
            double seconds = 0;
            for (var at = start; at.isBefore(end); ) {
                var quarter = Instant.ofEpochSecond((at.getEpochSecond() / 900 + 1) * 900);
                var next = quarter.isAfter(end) ? end : quarter;
                var local = at.atZone(history.zone);
                if (local.getDayOfWeek().getValue() <= 5
                        && local.getHour() >= 9
                        && local.getHour() < 17) {
                    seconds += Duration.between(at, next).toNanos() / 1e9;
                }
                at = next;
            }
            (answer == null ? open : ended).add(seconds);
        }
        return KaplanMeier.of(
                ended.stream().mapToDouble(s -> s).toArray(),
                open.stream().mapToDouble(s -> s).toArray());
    }

    private boolean answersWithoutSayingSo(Act start, Act other) {
        if (!start.place().style().equals("chat")
                || other.place() != start.place()
                || !other.topLevel()
                || !(other.kind() == Kind.MESSAGE || other.kind() == Kind.QUESTION)
                || !later(other, start)
                || other.at().isAfter(start.at().plusSeconds(1800))) {
            return false;
        }
        var mentions =
                history.accounts.stream()
                        .anyMatch(
                                a ->
                                        a.person() == start.by().person()
                                                && a.platform().equals(start.place().platform())
                                                && other.mentions().contains(a.external()));
        Act latest = null;
        for (var question : history.acts) {
            if (question.starts()
                    && question.counted()
                    && question.place() == start.place()
                    && later(other, question)
                    && (latest == null || later(question, latest))) {
                latest = question;
            }
        }
        return mentions || latest == start;
    }

    private static boolean later(Act one, Act other) {
        return one.at().isAfter(other.at())
                || (one.at().equals(other.at()) && one.id() > other.id());
    }

    /// @param engagement of everything
    /// @param views of what tells them
    record Drawn(Engagement engagement, Views views) {}

    Engagement engagement() {
        return drawn().engagement();
    }

    Drawn drawn() {
        long items = 0;
        long all = 0;
        double squares = 0;
        long viewed = 0;
        long views = 0;
        long engaged = 0;
        for (var item : history.acts) {
            if (!item.counted()
                    || !item.topLevel()
                    || !item.kind().counts(Kind.Counts.CONTENT)
                    || !within(item.at())
                    || !inScope(item.by())
                    || (filters.place() != null && item.place().id() != filters.place())) {
                continue;
            }
            long n =
                    history.acts.stream()
                            .filter(
                                    a ->
                                            a != item
                                                    && a.root() == item
                                                    && a.counted()
                                                    && a.at().isBefore(to)
                                                    && a.by() != null
                                                    && role(a.by().person())
                                                    && a.by().person() != item.by().person()
                                                    && (REPLIES.contains(a.kind())
                                                            || (Set.of(
                                                                                    Kind.REACTION,
                                                                                    Kind.VOTE,
                                                                                    Kind.SHARE)
                                                                            .contains(a.kind())
                                                                    && a.parent() == item)))
                            .count();
            items++;
            all += n;
            squares += (double) n * n;
            if (history.views.containsKey(item.id())) {
                viewed++;
                views += history.views.get(item.id());
                engaged += n;
            }
        }
        return new Drawn(
                new Engagement(items, all, squares), new Views(items, viewed, views, engaged));
    }
}
