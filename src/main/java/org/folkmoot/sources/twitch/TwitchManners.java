package org.folkmoot.sources.twitch;

import org.folkmoot.sources.Manners;
import org.folkmoot.sources.RateHeaders;

/// Twitch fills a bucket of points each minute, and says in each answer what is left of them.
record TwitchManners() implements Manners {

    private static final RateHeaders RATES =
            new RateHeaders(
                    "Ratelimit-Remaining",
                    "Ratelimit-Limit",
                    "Ratelimit-Reset",
                    RateHeaders.Reset.EPOCH);

    @Override
    public String title() {
        return "Twitch";
    }

    @Override
    public RateHeaders rates() {
        return RATES;
    }
}
