package org.folkmoot.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// What a connector gets that asks nobody by HTTP.
public final class Lone {

    private Lone() {}

    /// Sockets that may also lead to these hosts of the own net.
    public static Sockets sockets(String hosts) {
        return new Sockets(AllowedHosts.of(hosts));
    }

    public static Line line(Connection connection, Connector connector, Instant now) {
        Wire nobody =
                _ -> {
                    throw new Wire.Unsent("Nobody is there.");
                };
        return new Line(
                connection,
                connector.manners(),
                nobody,
                Clock.fixed(now, ZoneOffset.UTC),
                Map.of(),
                null);
    }
}
