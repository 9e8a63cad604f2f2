package org.folkmoot.briefing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.access.Permission;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.activity.Talk;
import org.folkmoot.briefing.Digest.Chapter;
import org.folkmoot.briefing.Digest.Line;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Metrics;
import org.folkmoot.web.When;
import org.springframework.stereotype.Service;

/// Puts together what a letter says, from the same numbers as the pages, for one reader: what she
/// may not see on the pages is not in her letter.
@Service
class DigestMaking {

    private static final int WAITING = 5;

    private final Metrics metrics;
    private final Talk talk;
    private final Alerts alerts;
    private final Goals goals;
    private final Annotations annotations;
    private final Communities communities;
    private final SignedLinks links;
    private final Clock clock;

    DigestMaking(
            Metrics metrics,
            Talk talk,
            Alerts alerts,
            Goals goals,
            Annotations annotations,
            Communities communities,
            SignedLinks links,
            Clock clock) {
        this.metrics = metrics;
        this.talk = talk;
        this.alerts = alerts;
        this.goals = goals;
        this.annotations = annotations;
        this.communities = communities;
        this.links = links;
        this.clock = clock;
    }

    /// @param locale the reader's
    /// @param may what the reader may see
    Digest of(Letters.Kind kind, Locale locale, Set<Permission> may) {
        var here = communities.here();
        var now = clock.instant();
        int days = kind == Letters.Kind.WEEKLY ? 7 : 1;
        var since = now.minus(Duration.ofDays(days));
        var home = links.whole("/c/" + here.slug());
        var happened = talk.since(since);
        var chapters = new ArrayList<Chapter>();
        var standing = standing(here, now, days, locale, home);
        add(chapters, "What stands out", standing);
        var waiting =
                may.contains(Permission.SEE_ACTIVITY)
                        ? waiting(here, now, locale, home)
                        : List.<Line>of();
        add(chapters, "Who waits longest for an answer", waiting);
        add(chapters, "Goals", goals(here, now, locale, home));
        add(chapters, "Marked days", marked(here, now, locale));
        add(
                chapters,
                kind == Letters.Kind.WEEKLY ? "These 7 days" : "These 30 days",
                numbers(here, now, kind, locale, home));
        var news = happened.activities() > 0 || !standing.isEmpty() || !waiting.isEmpty();
        return new Digest(
                here.name(),
                lede(kind, here, now, locale, happened, waiting.size(), standing.size(), news),
                news,
                news ? chapters : List.of(),
                home);
    }

    private static void add(List<Chapter> chapters, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            chapters.add(new Chapter(title, lines));
        }
    }

    private static String lede(
            Letters.Kind kind,
            Community here,
            Instant now,
            Locale locale,
            Talk.News happened,
            int waiting,
            int standing,
            boolean news) {
        var day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(now.atZone(here.zone()));
        var span = kind == Letters.Kind.WEEKLY ? "in 7 days" : "since yesterday";
        if (!news) {
            return "%s, nothing new %s".formatted(day, span);
        }
        return "%s, %s %s%s%s"
                .formatted(
                        day,
                        happened.activities() == 0
                                ? "nothing done"
                                : count(happened.activities(), "thing", "things", locale) + " done",
                        span,
                        waiting == 0
                                ? ""
                                : waiting == WAITING
                                        ? ", %d questions or more wait".formatted(waiting)
                                        : ", "
                                                + count(
                                                        waiting,
                                                        "question waits",
                                                        "questions wait",
                                                        locale),
                        standing == 0 ? "" : ", " + count(standing, "alert", "alerts", locale));
    }

    private static String count(long n, String one, String many, Locale locale) {
        var numbers = java.text.NumberFormat.getIntegerInstance(locale);
        return n > 10_000
                ? "more than %s %s".formatted(numbers.format(10_000), many)
                : numbers.format(n) + " " + (n == 1 ? one : many);
    }

    private List<Line> standing(Community here, Instant now, int days, Locale locale, String home) {
        var words = new AlertWords(locale);
        // what was found in the night is about the day before, or the one before that
        var since = LocalDate.ofInstant(now, here.zone()).minusDays(days + 2L);
        return alerts.open(since, Screening.WEEKLY).stream()
                .map(
                        a ->
                                new Line(
                                        "%s: %s (%s)"
                                                .formatted(
                                                        words.title(a),
                                                        words.figures(a),
                                                        words.sure(a)),
                                        home + "/briefing/alerts/" + a.id()))
                .toList();
    }

    private List<Line> waiting(Community here, Instant now, Locale locale, String home) {
        var when = new When(now, locale, here.zone());
        return talk.longestWaiting(WAITING).stream()
                .map(
                        w ->
                                new Line(
                                        "%s (asked %s%s%s)"
                                                .formatted(
                                                        w.words(),
                                                        when.words(w.at()),
                                                        w.place() == null ? "" : " in " + w.place(),
                                                        w.first() ? ", a first post" : ""),
                                        home + "/threads/" + w.thread()))
                .toList();
    }

    private List<Line> goals(Community here, Instant now, Locale locale, String home) {
        var today = LocalDate.ofInstant(now, here.zone());
        var open = goals.open(today);
        if (open.isEmpty()) {
            return List.of();
        }
        var report = metrics.of(Ask.of(here, Map.of(), now));
        var words = new GoalWords(locale);
        return open.stream()
                .map(
                        goal ->
                                new Line(
                                        "%s. %s"
                                                .formatted(
                                                        goal.gauge().title(),
                                                        words.standing(
                                                                goal,
                                                                goal.on(
                                                                        today,
                                                                        goal.gauge().of(report)))),
                                        home + "/briefing/goals/" + goal.id()))
                .toList();
    }

    /// Today and the week to come.
    private List<Line> marked(Community here, Instant now, Locale locale) {
        var today = LocalDate.ofInstant(now, here.zone());
        var words = new GoalWords(locale);
        return annotations.between(today, today.plusDays(7)).stream()
                .map(a -> new Line(words.day(a.first()) + ": " + a.words(), a.link()))
                .toList();
    }

    private List<Line> numbers(
            Community here, Instant now, Letters.Kind kind, Locale locale, String home) {
        var window = kind == Letters.Kind.WEEKLY ? Map.of("window", "7") : Map.<String, String>of();
        return Metrics.inWords(metrics.of(Ask.of(here, window, now)), locale).stream()
                .filter(line -> !line.contains("not known."))
                .map(line -> new Line(line.replaceFirst("\\s{2,}", ": "), home + "/health"))
                .toList();
    }
}
