package org.folkmoot.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.web.NumberCard;
import org.springframework.stereotype.Component;

/// What a report comes to, for the page, its tables, the cards and programs: worked out once for
/// all of them, and again when something has changed.
@Component
class Looks {

    private final Metrics metrics;
    private final Choices choices;
    private final Overlays overlays;
    private final Within within;
    private final Answers answers;

    Looks(Metrics metrics, Choices choices, Overlays overlays, Within within, Answers answers) {
        this.metrics = metrics;
        this.choices = choices;
        this.overlays = overlays;
        this.within = within;
        this.answers = answers;
    }

    /// The report itself is by far larger, and let go.
    ///
    /// @param json the same for programs, whatever the language
    record Look(
            List<NumberCard> cards,
            List<Health.Section> sections,
            Map<Long, String> places,
            Choices.Offer offer,
            String json) {

        private static final int FIRST = 5;

        /// The five that stand on the first page.
        List<NumberCard> first() {
            return cards.subList(0, FIRST);
        }
    }

    /// What a look depends on beside the numbers.
    private record About(Locale locale, List<Object> drawn) {}

    Look of(Ask asked, Locale locale) {
        var ask = within.of(asked);
        return answers.of(
                ask,
                Look.class,
                new About(locale, overlays.states()),
                () -> {
                    var whole = metrics.whole(ask);
                    var report = whole.report();
                    var over = overlays.over(report, locale);
                    return new Look(
                            Cards.of(report, over, locale).all(),
                            Health.sections(report, whole.lasting(), over, locale),
                            report.places(),
                            choices.offer(),
                            ReportJson.text(report, whole.lasting(), false));
                });
    }
}
