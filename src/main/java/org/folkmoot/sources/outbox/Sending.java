package org.folkmoot.sources.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.activity.Originals;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.pulls.Puller;
import org.folkmoot.sources.turns.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Hands over what waits, each at most once: what may have arrived is looked for, and sent again
/// only when it is surely not there.
@Component
class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final Duration BEFORE_LOOKING = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final String UNKNOWN =
            "Nobody knows whether it arrived. We look for it; look yourself before you write it again.";

    private final Outbox outbox;
    private final Originals originals;
    private final Sources sources;
    private final Switchboard switchboard;
    private final Turns turns;
    private final Clock clock;

    Sending(
            Outbox outbox,
            Originals originals,
            Sources sources,
            Switchboard switchboard,
            Turns turns,
            Clock clock) {
        this.outbox = outbox;
        this.originals = originals;
        this.sources = sources;
        this.switchboard = switchboard;
        this.turns = turns;
        this.clock = clock;
    }

    /// All that is due in the community we are in.
    void round() {
        for (var one : outbox.due(clock.instant())) {
            var lock = "outgoing " + one.source();
            if (turns.take(lock)) {
                try {
                    one(outbox.get(one.source(), one.id()));
                } finally {
                    turns.leave(lock);
                }
            }
        }
    }

    private void one(Outgoing one) {
        var now = clock.instant();
        switch (one.state()) {
            case HELD -> send(one, now);
            // whoever sent it died over it, or it would hold the lock
            case SENDING -> unconfirmed(one, now);
            case UNCONFIRMED -> look(one, now);
            case DONE, REFUSED, TAKEN_BACK -> {
                return;
            }
        }
    }

    private void send(Outgoing one, Instant now) {
        if (one.goAt().isAfter(now) || !outbox.begin(one.id(), now)) {
            return;
        }
        var talk = switchboard.open(sources.get(one.source()));
        try {
            outbox.done(
                    one.id(),
                    talk.connector().acting().orElseThrow().act(talk.line(), act(one, talk, now)));
        } catch (Stop stop) {
            stopped(one, stop.came());
        } catch (IllegalArgumentException e) {
            outbox.become(one.id(), Outgoing.State.REFUSED, e.getMessage(), now);
        } catch (JacksonException e) {
            unconfirmed(one, clock.instant()); // it answered, in words that broke off
        } catch (RuntimeException e) {
            log.error("Outgoing {} could not be sent", one.id(), e);
            unconfirmed(one, clock.instant());
        } finally {
            switchboard.close(talk);
        }
    }

    private Act act(Outgoing one, Switchboard.Talk talk, Instant now) {
        var act = one.act(now);
        return act.what().ofPost()
                ? originals
                        .named(talk.connector().platform(), act.target())
                        .map(act::about)
                        .orElse(act)
                : act;
    }

    private void stopped(Outgoing one, Pull came) {
        switch (came) {
            case Pull.SlowDown(var until, var why) ->
                    outbox.become(one.id(), Outgoing.State.HELD, why, until);
            case Pull.SignInAgain(var why) ->
                    outbox.become(one.id(), Outgoing.State.REFUSED, why, clock.instant());
            case Pull.Unreachable(var why, var mayHaveActed) -> {
                if (mayHaveActed) {
                    unconfirmed(one, clock.instant());
                } else {
                    outbox.become(one.id(), Outgoing.State.REFUSED, why, clock.instant());
                }
            }
            case Pull.Caught _ -> unconfirmed(one, clock.instant());
        }
    }

    private void unconfirmed(Outgoing one, Instant now) {
        outbox.become(one.id(), Outgoing.State.UNCONFIRMED, UNKNOWN, now.plus(BEFORE_LOOKING));
    }

    private void look(Outgoing one, Instant now) {
        var talk = switchboard.open(sources.get(one.source()));
        try {
            var acting = talk.connector().acting().orElseThrow();
            var act = act(one, talk, now);
            var found =
                    acting.twice(act)
                            ? Optional.<Acting.Done>empty()
                            : acting.find(talk.line(), act);
            if (found.isPresent()) {
                outbox.done(one.id(), found.get());
            } else if (one.tries() < TRIES) {
                outbox.become(one.id(), Outgoing.State.HELD, null, now);
            } else {
                outbox.become(
                        one.id(),
                        Outgoing.State.REFUSED,
                        "It was tried %d times and is not there.".formatted(one.tries()),
                        now);
            }
        } catch (IllegalArgumentException e) {
            outbox.become(
                    one.id(),
                    Outgoing.State.UNCONFIRMED,
                    e.getMessage(),
                    now.plus(Puller.pause(20)));
        } catch (Stop | JacksonException e) {
            outbox.become(one.id(), Outgoing.State.UNCONFIRMED, UNKNOWN, now.plus(Puller.pause(4)));
        } finally {
            switchboard.close(talk);
        }
    }
}
