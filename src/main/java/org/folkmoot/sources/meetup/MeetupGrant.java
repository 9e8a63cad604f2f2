package org.folkmoot.sources.meetup;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// OAuth 2 in the name of an organiser. Each refresh token is good for once.
record MeetupGrant() implements Grant {

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return Grant.refreshed(connection, refresh);
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        var authorize = URI.create(connection.setting("authorize-url"));
        return Optional.of(
                new Consent(authorize, List.of("ageless", "event_management", "basic"), Map.of()));
    }
}
