package org.folkmoot.sources.hopin;

import org.folkmoot.sources.Manners;
import org.folkmoot.sources.RateHeaders;

/// RingCentral Events documents a 429 and nothing more; what most put in headers is believed.
record HopinManners() implements Manners {

    @Override
    public String title() {
        return "RingCentral Events";
    }

    @Override
    public RateHeaders rates() {
        return new RateHeaders(
                "x-ratelimit-remaining",
                "x-ratelimit-limit",
                "x-ratelimit-reset",
                RateHeaders.Reset.EPOCH);
    }
}
