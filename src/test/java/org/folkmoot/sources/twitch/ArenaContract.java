package org.folkmoot.sources.twitch;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Vendor;

/// A channel of which next to nothing is known.
abstract class ArenaContract extends ConnectorContract {

    final Arena arena = new Arena();

    @Override
    protected Connector connector() {
        return new TwitchConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return asked.path().equals("/token")
                ? Vendor.Answer.of(
                        200,
                        "{\"access_token\":\"app-token\",\"expires_in\":5011271,\"token_type\":\"bearer\"}")
                : arena.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url",
                base,
                "token-url",
                base + "/token",
                "client-id",
                "app1",
                "channel",
                "moot");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Arena.refusal(429, "Too Many Requests").with("Ratelimit-Reset", "1930298430");
    }

    /// The reset alone is enough.
    @Override
    protected Instant until() {
        return NOW.plusSeconds(30);
    }
}
