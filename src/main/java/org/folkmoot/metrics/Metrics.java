package org.folkmoot.metrics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.community.Community;
import org.folkmoot.listening.Worker;
import org.folkmoot.metrics.Report.Both;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Service;

/// The first numbers of community health: the one place that knows them. Must run within the
/// community it is asked about. All of a report is of one moment.
@Service
public class Metrics {

    private final Presences presences;
    private final Choices choices;
    private final Almanac almanac;
    private final Sheets sheets;
    private final Worker worker;
    private final Within within;
    private final Clock clock;

    Metrics(
            Presences presences,
            Choices choices,
            Almanac almanac,
            Sheets sheets,
            Worker worker,
            Within within,
            Clock clock) {
        this.presences = presences;
        this.choices = choices;
        this.almanac = almanac;
        this.sheets = sheets;
        this.worker = worker;
        this.within = within;
        this.clock = clock;
    }

    public Report of(Ask ask) {
        return of(ask, true);
    }

    /// All numbers but sentiment, for those who show none of it.
    public Report untoned(Ask ask) {
        return of(ask, false);
    }

    /// What one metric is of this report.
    static Both<Reading> reading(Report report, Metric metric) {
        return switch (metric) {
            case GROWTH ->
                    new Both<>(
                            report.growthReading(report.growth().now()),
                            report.growthReading(report.growth().before()));
            case ACTIVE ->
                    new Both<>(
                            report.activeRatio().now().reading(),
                            report.activeRatio().before().reading());
            case RESPONSE ->
                    new Both<>(
                            report.response().now().reading(),
                            report.response().before().reading());
            case RETENTION ->
                    new Both<>(
                            report.retention().now().reading(),
                            report.retention().before().reading());
            case CONTENT ->
                    new Both<>(
                            report.engagement().now().reading(),
                            report.engagement().before().reading());
            case SENTIMENT ->
                    new Both<>(
                            report.sentiment().now().reading(),
                            report.sentiment().before().reading());
            case SCORE -> {
                var unasked = Reading.unknown(0, Report.NO_SCORE);
                yield new Both<>(unasked, unasked);
            }
        };
    }

    private Report of(Ask asked, boolean tones) {
        var ask = within.of(asked);
        return sheets.atOnce(
                notes -> {
                    var scope = almanac.scope(ask.filters(), notes);
                    var first = ask.window().before().before().first();
                    return report(
                            ask,
                            scope,
                            ask.filters().place() == null
                                    ? almanac.presence(ask, first, notes)
                                    : List.of(),
                            tones ? tones(ask, scope, notes) : Tones.UNASKED,
                            notes);
                });
    }

    private Both<Tones> tones(Ask ask, Scope scope, Sheets.Notes notes) {
        var tones = almanac.tones(ask, scope, notes);
        if (tones.now().unread() > 0) {
            worker.wake(Here.community());
        }
        return tones;
    }

    /// A report and what became of those who joined in the last twelve months.
    public Report.Whole whole(Ask asked) {
        var ask = within.of(asked);
        return sheets.atOnce(
                notes -> {
                    var scope = almanac.scope(ask.filters(), notes);
                    var first = ask.window().before().before().first();
                    var since = Cohorts.since(ask);
                    var presence =
                            almanac.presence(ask, first.isBefore(since) ? first : since, notes);
                    return new Report.Whole(
                            report(ask, scope, presence, tones(ask, scope, notes), notes),
                            new Report.Lasting(
                                    Cohorts.table(ask, scope, presence),
                                    Cohorts.survival(ask, scope, presence)));
                });
    }

    /// The five first numbers as they are and as they would be if these members were staff, or if
    /// these who are staff were members.
    public List<Supposed> supposing(
            Community community, Collection<Long> members, boolean staff, Locale locale) {
        var ask = Ask.of(community, Map.of(), clock.instant());
        return sheets.atOnce(
                notes -> {
                    var first = ask.window().before().before().first();
                    var presence = almanac.presence(ask, first, notes);
                    var now =
                            report(
                                    ask,
                                    almanac.scope(ask.filters(), notes),
                                    presence,
                                    Tones.UNASKED,
                                    notes);
                    var other = almanac.supposing(ask.filters(), members, staff, notes);
                    return Supposed.of(
                            now, report(ask, other, presence, Tones.UNASKED, notes), locale);
                });
    }

    private Report report(
            Ask ask,
            Scope scope,
            List<Sheets.Sheet> presence,
            Both<Tones> sentiment,
            Sheets.Notes notes) {
        var growth = new Both<>(Comings.growth(ask, scope), Comings.growth(ask.before(), scope));
        var counts =
                ask.filters().place() == null
                        ? Headcount.of(ask, scope, presence)
                        : presences.inPlace(ask);
        var talk = almanac.talk(ask, scope, notes);
        var response = new Both<>(talk.now().waits(), talk.before().waits());
        var content = talk.now().breakdown();
        var places = new HashSet<Long>(response.now().byPlace().keySet());
        if (ask.filters().place() != null) {
            places.add(ask.filters().place());
        }
        content.places().forEach(p -> places.add(p.key()));
        sentiment.now().places().forEach(p -> places.add(p.key()));
        return new Report(
                ask,
                LeftOut.of(scope),
                growth,
                new Both<>(
                        ratio(ask.window(), counts.now(), growth.now(), counts.days()),
                        ratio(
                                ask.window().before(),
                                counts.before(),
                                growth.before(),
                                counts.days())),
                response,
                new Both<>(
                        new Retention(counts.both(), counts.before().active()),
                        new Retention(counts.bothBefore(), counts.earlier())),
                sentiment,
                content,
                talk.before().breakdown(),
                Comings.byDay(ask, scope),
                counts.days(),
                choices.placeNames(places));
    }

    private static ActiveRatio ratio(
            Window window, Presences.Span span, Growth growth, Map<LocalDate, Long> days) {
        return new ActiveRatio(
                span.active(),
                growth.belonged(),
                span.contributed(),
                window.eachDay().stream().mapToLong(day -> days.getOrDefault(day, 0L)).sum(),
                window.days());
    }

    /// One line a metric, for a terminal.
    public static List<String> inWords(Report report, Locale locale) {
        return Cards.of(report, locale).lines();
    }
}
