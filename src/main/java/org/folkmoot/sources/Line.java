package org.folkmoot.sources;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A connector's line to its platform for one turn. It keeps to the platform's limits before they
/// bite, and ends the turn by itself where an answer is none that the connector could use.
public final class Line {

    private final Connection connection;
    private final Manners manners;
    private final Wire wire;
    private final Clock clock;
    private final Map<String, Budget> budgets;

    Line(
            Connection connection,
            Manners manners,
            Wire wire,
            Clock clock,
            Map<String, Budget> budgets) {
        this.connection = connection;
        this.manners = manners;
        this.wire = wire;
        this.clock = clock;
        this.budgets = new HashMap<>(budgets);
    }

    public Connection connection() {
        return connection;
    }

    public Instant now() {
        return clock.instant();
    }

    /// What is left, by lane.
    Map<String, Budget> budgets() {
        return Map.copyOf(budgets);
    }

    /// Asks, unless the platform said that it is enough for now.
    ///
    /// @return a good answer, or one of those that the request calls fine
    public Reply ask(Ask ask) {
        var before = budgets.getOrDefault(ask.lane(), Budget.UNKNOWN);
        var shut = before.shutAt(now());
        if (shut != null) {
            throw new Stop(new Pull.SlowDown(shut, manners.title() + " allows no more for now."));
        }
        var reply = send(ask);
        var left = manners.budget(reply, now(), before);
        budgets.put(ask.lane(), left);
        var trouble = manners.trouble(reply, left, now());
        if (trouble instanceof Pull.SlowDown(var until, _)) {
            budgets.put(ask.lane(), left.closed(until));
            throw new Stop(trouble);
        }
        if (trouble != null && !ask.fine().contains(reply.status())) {
            throw new Stop(trouble);
        }
        return reply;
    }

    private Reply send(Ask ask) {
        try {
            return wire.send(ask);
        } catch (Wire.Unsent e) {
            throw new Stop(new Pull.Unreachable(String.valueOf(e.getMessage()), false));
        } catch (IOException e) {
            throw new Stop(
                    new Pull.Unreachable(manners.title() + " did not answer, or not to the end."));
        }
    }
}
