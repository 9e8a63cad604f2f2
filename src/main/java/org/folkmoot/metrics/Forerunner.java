package org.folkmoot.metrics;

import java.time.Clock;
import java.util.Map;
import org.folkmoot.community.Communities;
import org.folkmoot.connectors.ImportEnded;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks at the numbers as soon as the server runs or an import is over, so that the first person
/// who does need not wait until their days are worked out, or read.
@Component
class Forerunner {

    private static final Logger log = LoggerFactory.getLogger(Forerunner.class);

    private final Looks looks;
    private final Ages ages;
    private final Communities communities;
    private final Clock clock;
    private final Beside beside;
    private final Beside starting;

    Forerunner(Looks looks, Ages ages, Communities communities, Clock clock) {
        this.looks = looks;
        this.ages = ages;
        this.communities = communities;
        this.clock = clock;
        this.beside = new Beside("forerunner", () -> look(30, 365), Forerunner::failed);
        this.starting = new Beside("forerunner", this::look, Forerunner::failed);
    }

    private static void failed(Throwable e) {
        log.warn("Could not look ahead; whoever comes first works the days out", e);
    }

    @EventListener
    void look(ImportEnded ended) {
        beside.begin(ended.community());
    }

    @EventListener(Opened.class)
    void begin() {
        communities.all().forEach(community -> starting.begin(community.id()));
    }

    /// All that is asked for without a filter.
    void look() {
        look(30, 7, 90, 365);
        ages.weeks(Ask.of(communities.here(), Map.of(), clock.instant()));
    }

    private void look(int... windows) {
        var here = communities.here();
        for (int days : windows) {
            var window = Map.of("window", Integer.toString(days));
            looks.of(Ask.of(here, window, clock.instant()), here.locale());
        }
    }
}
