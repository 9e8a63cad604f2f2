package org.folkmoot.members;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.folkmoot.access.TrailGrew;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Compares segments when something may have changed: soon after an import or a change by the team,
/// and every ten minutes because time goes by. Doing it twice or late does no harm.
@Component
class SegmentWatch {

    private static final Logger log = LoggerFactory.getLogger(SegmentWatch.class);
    private static final int AT_ONCE = 1000;

    private final Segments segments;
    private final SegmentMoves moves;
    private final Criteria criteria;
    private final Communities communities;
    private final ApplicationEventPublisher events;
    private final boolean server;
    private final Set<CommunityId> due = ConcurrentHashMap.newKeySet();

    SegmentWatch(
            Segments segments,
            SegmentMoves moves,
            Criteria criteria,
            Communities communities,
            ApplicationEventPublisher events,
            @Value("${folkmoot.server:false}") boolean server) {
        this.segments = segments;
        this.moves = moves;
        this.criteria = criteria;
        this.communities = communities;
        this.events = events;
        this.server = server;
    }

    /// After those who join accounts: whoever is one person by then moves once.
    @EventListener
    @Order
    void after(AccountsCame came) {
        due.add(came.community());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void after(TrailGrew grew) {
        due.add(grew.community());
    }

    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void workOff() {
        for (var community : Set.copyOf(due)) {
            due.remove(community);
            compareIn(community);
        }
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void asTimeGoesBy() {
        for (var community : communities.all()) {
            compareIn(community.id());
            Here.in(community.id(), moves::forgetOld);
        }
    }

    private void compareIn(CommunityId community) {
        if (server) {
            Here.in(community, this::compare);
        }
    }

    /// Compares all segments of the community we are in.
    void compare() {
        for (var segment : segments.all()) {
            var before = moves.last();
            try {
                moves.compare(segment, segment.query(criteria));
            } catch (Refusal e) {
                log.debug("Segment {} cannot be asked: {}", segment.id(), e.getMessage());
            } catch (RuntimeException e) {
                log.error("Segment {} could not be compared; it is tried again", segment.id(), e);
            }
            tell(segment, before);
        }
    }

    private void tell(Segment segment, long before) {
        var page = moves.after(segment.id(), before, AT_ONCE);
        while (!page.isEmpty()) {
            var last = page.getLast().id();
            events.publishEvent(
                    new SegmentChanged(
                            Here.community(),
                            segment.id(),
                            last,
                            page.stream()
                                    .filter(SegmentMoves.Move::entered)
                                    .map(SegmentMoves.Move::member)
                                    .toList(),
                            page.stream()
                                    .filter(m -> !m.entered())
                                    .map(SegmentMoves.Move::member)
                                    .toList()));
            page = moves.after(segment.id(), last, AT_ONCE);
        }
    }
}
