package org.folkmoot.sources.gitlab;

import org.folkmoot.sources.Manners;
import org.folkmoot.sources.RateHeaders;

/// GitLab counts requests a minute, where whoever runs it has switched that on.
record GitLabManners() implements Manners {

    private static final RateHeaders RATES =
            new RateHeaders(
                    "ratelimit-remaining",
                    "ratelimit-limit",
                    "ratelimit-reset",
                    RateHeaders.Reset.EPOCH);

    @Override
    public String title() {
        return "GitLab";
    }

    @Override
    public RateHeaders rates() {
        return RATES;
    }
}
