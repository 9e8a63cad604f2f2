package org.folkmoot.brief;

import java.util.List;
import org.folkmoot.activity.Glimpses;
import org.folkmoot.listening.Topics;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Report;
import org.folkmoot.metrics.Tones;
import org.springframework.stereotype.Component;

/// Looks for signs that something may rub.
@Component
class Rubbing {

    private static final int FEW = 5;

    private final FrictionRows rows;
    private final Topics topics;
    private final Glimpses glimpses;

    Rubbing(FrictionRows rows, Topics topics, Glimpses glimpses) {
        this.rows = rows;
        this.topics = topics;
        this.glimpses = glimpses;
    }

    Frictions of(Ask ask, Report report) {
        var window = ask.window();
        var change = Tones.change(report.sentiment().now(), report.sentiment().before());
        var value = change == null ? null : change.value();
        var around = change == null ? null : change.interval();
        var high = around == null ? null : around.high();
        return new Frictions(
                value,
                around != null && high != null && (around.low() > 0 || high < 0),
                exchanges(ask),
                rows.fates(window),
                rows.fates(window.before()),
                rows.removedNewcomers(window),
                topics.of(Topics.About.COMPLAINTS, window.days(), FEW));
    }

    private List<Frictions.Exchange> exchanges(Ask ask) {
        var found = rows.exchanges(ask.window());
        var words = glimpses.of(found.stream().map(FrictionRows.Lengthy::thread).toList());
        return found.stream()
                .filter(e -> words.containsKey(e.thread()))
                .map(
                        e -> {
                            var glimpse = words.get(e.thread());
                            return new Frictions.Exchange(
                                    e.thread(),
                                    glimpse == null ? "" : glimpse.words(),
                                    glimpse == null ? null : glimpse.place(),
                                    e.posts(),
                                    e.people(),
                                    e.share());
                        })
                .toList();
    }
}
