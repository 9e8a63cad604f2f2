package org.folkmoot.sources.hearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.sources.standing.BusyDays;
import org.folkmoot.sources.turns.Due;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has calls worked on soon after they came.
@Component
class CallRound {

    private static final Logger log = LoggerFactory.getLogger(CallRound.class);

    private final CallWork work;
    private final Calls calls;
    private final CallStore store;
    private final Arranging arranging;
    private final BusyDays days;
    private final Due due;
    private final Communities communities;
    private final Clock clock;

    CallRound(
            CallWork work,
            Calls calls,
            CallStore store,
            Arranging arranging,
            BusyDays days,
            Due due,
            Communities communities,
            Clock clock) {
        this.work = work;
        this.calls = calls;
        this.store = store;
        this.arranging = arranging;
        this.days = days;
        this.due = due;
        this.communities = communities;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        due.calls(clock.instant()).forEach(community -> in(community, this::all));
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void tidy() {
        var before = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(BusyDays.DAYS);
        communities
                .all()
                .forEach(
                        community -> {
                            in(community, calls::tidy);
                            in(community, () -> days.tidy(before));
                        });
    }

    @Scheduled(fixedDelay = 20, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void renew() {
        communities.all().forEach(community -> in(community, arranging::renew));
    }

    private void all() {
        for (long source : calls.waiting(clock.instant())) {
            for (var more = true; more; ) {
                more = work.some(source);
                store.giveWay();
            }
        }
    }

    private static void in(Community community, Runnable some) {
        try {
            Here.in(community.id(), some);
        } catch (RuntimeException e) {
            log.error("Calls of community {} could not be worked on", community.id(), e);
        }
    }
}
