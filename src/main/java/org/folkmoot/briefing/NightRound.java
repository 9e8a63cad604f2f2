package org.folkmoot.briefing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes through every community: reads what became of its goals once a day, and looks for what
/// stands out as soon as more days are known. One process at a time does so.
@Component
class NightRound {

    private static final Logger log = LoggerFactory.getLogger(NightRound.class);
    private static final String GOALS = "goals";

    private final Communities communities;
    private final GoalReadings readings;
    private final AlertRound alerts;
    private final Rounds rounds;
    private final OneAtATime turn;
    private final Clock clock;

    NightRound(
            Communities communities,
            GoalReadings readings,
            AlertRound alerts,
            Rounds rounds,
            OneAtATime turn,
            Clock clock) {
        this.communities = communities;
        this.readings = readings;
        this.alerts = alerts;
        this.rounds = rounds;
        this.turn = turn;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void goRound() {
        for (var community : communities.all()) {
            try {
                Here.in(community.id(), () -> turn.take(OneAtATime.ROUND, () -> see(community)));
            } catch (RuntimeException e) {
                log.error("Could not go round in community {}", community.id(), e);
            }
        }
    }

    /// In the community we are in; twice does no harm.
    void see(Community here) {
        var today = LocalDate.ofInstant(clock.instant(), here.zone());
        if (rounds.of(GOALS).map(d -> d.day().isBefore(today)).orElse(true)) {
            readings.follow(today);
            rounds.done(GOALS, today, "");
        }
        alerts.look(here, today);
    }
}
