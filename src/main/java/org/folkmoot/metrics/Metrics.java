package org.folkmoot.metrics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.community.Community;
import org.folkmoot.metrics.Report.Both;
import org.folkmoot.web.NumberCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The first numbers of community health: the one place that knows them. Must run within the
/// community it is asked about. All of a report is of one moment.
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Metrics {

    private final Memberships memberships;
    private final Presences presences;
    private final Cohorts cohorts;
    private final ResponseTimes responses;
    private final Contents contents;
    private final Choices choices;
    private final Clock clock;

    Metrics(
            Memberships memberships,
            Presences presences,
            Cohorts cohorts,
            ResponseTimes responses,
            Contents contents,
            Choices choices,
            Clock clock) {
        this.memberships = memberships;
        this.presences = presences;
        this.cohorts = cohorts;
        this.responses = responses;
        this.contents = contents;
        this.choices = choices;
        this.clock = clock;
    }

    public Report of(Ask ask) {
        var growth = new Both<>(memberships.growth(ask), memberships.growth(ask.before()));
        var counts = presences.counts(ask);
        var response = new Both<>(responses.waits(ask), responses.waits(ask.before()));
        var content = contents.breakdown(ask);
        var places = new HashSet<Long>(response.now().byPlace().keySet());
        if (ask.filters().place() != null) {
            places.add(ask.filters().place());
        }
        content.places().forEach(p -> places.add(p.key()));
        return new Report(
                ask,
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
                content,
                contents.breakdown(ask.before()),
                memberships.byDay(ask),
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

    /// The five first numbers for a card each, of the 30 days up to now.
    public List<NumberCard> cards(Community community, Locale locale) {
        return Cards.of(of(Ask.of(community, Map.of(), clock.instant())), locale).first();
    }

    /// One line a metric, for a terminal.
    public static List<String> inWords(Report report, Locale locale) {
        return Cards.of(report, locale).lines();
    }

    /// What became of those who joined in the last twelve months.
    public Report.Lasting lasting(Ask ask) {
        return new Report.Lasting(cohorts.table(ask), cohorts.survival(ask));
    }
}
