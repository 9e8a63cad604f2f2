package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.web.Chart;
import org.folkmoot.web.NumberCard;
import org.jspecify.annotations.Nullable;

/// What modules above know about the numbers and draw on their charts and cards; each offers its
/// own as a bean.
public interface Overlay {

    /// Equal to what it was as long as nothing has changed that is drawn; costs one statement.
    Object state();

    /// What belongs over these numbers; costs one or two statements.
    Drawn over(Report report, Locale locale);

    /// @param flags days worth a mark on every chart, those of the window alone
    /// @param aims what the numbers are to become
    record Drawn(List<Flag> flags, List<Aim> aims) {

        public Drawn {
            flags = List.copyOf(flags);
            aims = List.copyOf(aims);
        }

        static final Drawn NOTHING = new Drawn(List.of(), List.of());

        Drawn and(Drawn more) {
            var allFlags = new ArrayList<>(flags);
            allFlags.addAll(more.flags);
            var allAims = new ArrayList<>(aims);
            allAims.addAll(more.aims);
            return new Drawn(allFlags, allAims);
        }

        /// The first aim of that metric goes on its card.
        NumberCard on(NumberCard card, Metric metric) {
            return aims.stream()
                    .filter(aim -> aim.metric().equals(metric.key()))
                    .findFirst()
                    .map(aim -> card.with(aim.note()))
                    .orElse(card);
        }
    }

    /// @param href where one reads more of it
    record Flag(LocalDate first, LocalDate last, String words, String href) {}

    /// @param metric as in the addresses of Health: `growth`
    /// @param chart the way towards it; null where nothing is known yet
    record Aim(String metric, NumberCard.Note note, String href, @Nullable Chart chart) {}
}
