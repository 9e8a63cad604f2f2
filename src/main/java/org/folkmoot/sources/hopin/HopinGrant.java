package org.folkmoot.sources.hopin;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// OAuth 2 client credentials, unless a lasting token was given.
record HopinGrant() implements Grant {

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return FOR_THE_APP;
    }
}
