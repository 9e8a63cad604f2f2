package org.folkmoot.metrics;

import java.time.Clock;
import java.util.Map;
import org.folkmoot.community.Communities;
import org.folkmoot.connectors.ImportEnded;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks at the numbers of a year as soon as an import is over, so that the first person who does
/// need not wait until its days are worked out.
@Component
class Forerunner {

    private static final Logger log = LoggerFactory.getLogger(Forerunner.class);

    private final Metrics metrics;
    private final Communities communities;
    private final Clock clock;

    Forerunner(Metrics metrics, Communities communities, Clock clock) {
        this.metrics = metrics;
        this.communities = communities;
        this.clock = clock;
    }

    @EventListener
    void look(ImportEnded ended) {
        Thread.ofVirtual()
                .name("forerunner-" + ended.community())
                .start(() -> look(ended.community()));
    }

    private void look(CommunityId community) {
        try {
            Here.in(
                    community,
                    () ->
                            metrics.whole(
                                    Ask.of(
                                            communities.here(),
                                            Map.of("window", "365"),
                                            clock.instant())));
        } catch (Exception e) {
            log.warn("Could not look ahead; whoever comes first works the days out", e);
        }
    }
}
