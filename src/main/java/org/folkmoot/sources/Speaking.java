package org.folkmoot.sources;

import java.time.Clock;
import java.time.Duration;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Says things on platforms, in the name of whoever's secret it is: held for ten seconds in which
/// they can be taken back, then sent.
@Component
public class Speaking {

    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final int LONGEST = 30_000;

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

    /// @param target of a reply the id of what it answers, of a post its place, both as the ledger
    ///     has them
    /// @throws Refusal.Unusable when the platform cannot do this, or something is missing
    public Outgoing say(long source, Act.What what, String target, String title, String text) {
        var connector = platforms.named(sources.get(source).platform());
        if (!connector.can().contains(what.ability()) || connector.acting().isEmpty()) {
            throw new Refusal.Unusable("%s cannot do this from here.".formatted(connector.title()));
        }
        if (text.isBlank() || text.length() > LONGEST || text.indexOf(0) >= 0) {
            throw new Refusal.Unusable("Write something of up to 30,000 characters.");
        }
        if (target.isBlank() || target.length() > 1000 || title.length() > 300) {
            throw new Refusal.Unusable("Say where it shall go.");
        }
        var now = clock.instant();
        return outbox.add(
                source, what, target.strip(), title.strip(), text.strip(), now, now.plus(HOLD));
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
