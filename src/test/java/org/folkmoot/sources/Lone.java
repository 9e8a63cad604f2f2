package org.folkmoot.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// A line of a connector that has nobody to ask.
public final class Lone {

    private Lone() {}

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
