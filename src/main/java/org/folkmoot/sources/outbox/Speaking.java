package org.folkmoot.sources.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Sources;
import org.springframework.stereotype.Component;

/// Says things on platforms, in the name of whoever's secret it is: held for ten seconds in which
/// they can be taken back, then sent.
@Component
public class Speaking {

    private static final Duration HOLD = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Sources sources;
    private final Platforms platforms;
    private final Clock clock;

    Speaking(Outbox outbox, Sources sources, Platforms platforms, Clock clock) {
        this.outbox = outbox;
        this.sources = sources;
        this.platforms = platforms;
        this.clock = clock;
    }

    /// @throws Refusal.Unusable when the platform cannot do this, or something is missing
    public Outgoing say(long source, Said said) {
        var connector = platforms.named(sources.get(source).kept().platform());
        if (!does(connector).contains(said.what())) {
            throw new Refusal.Unusable("%s cannot do this from here.".formatted(connector.title()));
        }
        var now = clock.instant();
        said.check(now);
        return outbox.add(source, said, now, said.goes(now.plus(HOLD)));
    }

    /// What can be done on a platform from here.
    public static Set<Act.What> does(Connector connector) {
        return connector.acting().map(Acting::does).orElse(Set.of());
    }

    /// @throws Refusal.Unusable when it is too late
    public void takeBack(long source, long id) {
        if (!outbox.takeBack(source, id)) {
            throw new Refusal.Unusable("It is too late: it was sent already.");
        }
    }

    /// Tries one again that was refused, or of which nobody knows. The latter is looked for first.
    public Outgoing again(long source, long id) {
        var one = outbox.get(source, id);
        switch (one.state()) {
            case REFUSED, TAKEN_BACK ->
                    outbox.become(id, Outgoing.State.HELD, null, clock.instant());
            case UNCONFIRMED ->
                    outbox.become(id, Outgoing.State.UNCONFIRMED, null, clock.instant());
            case HELD, SENDING, DONE ->
                    throw new Refusal.Unusable("There is nothing to try again.");
        }
        return outbox.get(source, id);
    }
}
