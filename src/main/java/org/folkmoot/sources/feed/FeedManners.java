package org.folkmoot.sources.feed;

import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;

/// Web servers have no limits that they tell of before they are reached.
record FeedManners() implements Manners {

    @Override
    public String title() {
        return "The feed";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return reply.status() == 410
                ? new Pull.SignInAgain(
                        "The feed is gone for good, as its site says (410). If it moved, give its new address.")
                : Manners.super.trouble(reply, left, now);
    }
}
