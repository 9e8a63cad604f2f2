package org.folkmoot.sources.outbox;

import java.time.Clock;
import org.folkmoot.activity.Originals;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.turns.Turns;
import org.springframework.stereotype.Component;

/// Says and sends when a test says so, at the time it says.
@Component
final class Speech {

    private final Harness harness;
    private final Outbox outbox;
    private final Originals originals;
    private final Sources sources;
    private final Platforms platforms;
    private final Turns turns;

    Speech(
            Harness harness,
            Outbox outbox,
            Originals originals,
            Sources sources,
            Platforms platforms,
            Turns turns) {
        this.harness = harness;
        this.outbox = outbox;
        this.originals = originals;
        this.sources = sources;
        this.platforms = platforms;
        this.turns = turns;
    }

    Speaking speaking(Clock clock) {
        return new Speaking(outbox, sources, platforms, clock);
    }

    Sending sending(Clock clock) {
        return new Sending(outbox, originals, sources, harness.switchboard(clock), turns, clock);
    }
}
