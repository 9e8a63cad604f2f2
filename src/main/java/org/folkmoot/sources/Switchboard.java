package org.folkmoot.sources;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Opens lines to platforms, and remembers what they still allow when a line is closed.
@Component
class Switchboard {

    /// A line that is open.
    ///
    /// @param bucket whose patience it uses up
    record Talk(Connector connector, Line line, String bucket) {}

    private final Platforms platforms;
    private final Wiring wiring;
    private final Budgets budgets;
    private final Granted granted;
    private final Wire wire;
    private final Clock clock;

    Switchboard(
            Platforms platforms,
            Wiring wiring,
            Budgets budgets,
            Granted granted,
            Wire wire,
            Clock clock) {
        this.platforms = platforms;
        this.wiring = wiring;
        this.budgets = budgets;
        this.granted = granted;
        this.wire = wire;
        this.clock = clock;
    }

    /// Whose patience a source uses up; only one at a time may.
    String bucket(Source source) {
        var connector = platforms.named(source.platform());
        return connector.bucket(wiring.of(connector, source));
    }

    Talk open(Source source) {
        var connector = platforms.named(source.platform());
        var connection = wiring.of(connector, source);
        var bucket = connector.bucket(connection);
        var access =
                connector
                        .grant()
                        .filter(grant -> grant.applies(connection))
                        .map(grant -> new Access(grant, connection, granted.of(source.id())))
                        .orElse(null);
        var line =
                new Line(connection, connector.manners(), wire, clock, budgets.of(bucket), access);
        return new Talk(connector, line, bucket);
    }

    void close(Talk talk) {
        budgets.keep(talk.bucket(), talk.line().budgets());
    }
}
