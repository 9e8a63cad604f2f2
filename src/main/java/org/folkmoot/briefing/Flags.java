package org.folkmoot.briefing;

import java.util.List;
import java.util.Locale;
import org.folkmoot.metrics.Overlay;
import org.folkmoot.metrics.Report;
import org.springframework.stereotype.Component;

/// Puts the marked days on the charts of Health.
@Component
class Flags implements Overlay {

    private final Annotations annotations;

    Flags(Annotations annotations) {
        this.annotations = annotations;
    }

    @Override
    public Object state() {
        return annotations.state();
    }

    @Override
    public Drawn over(Report report, Locale locale) {
        var ask = report.ask();
        return new Drawn(
                annotations.between(ask.window().first(), ask.window().last()).stream()
                        .map(
                                a ->
                                        new Flag(
                                                a.first(),
                                                a.last(),
                                                a.words(),
                                                "/c/%s/briefing/days"
                                                        .formatted(ask.community().slug())))
                        .toList(),
                List.of());
    }
}
