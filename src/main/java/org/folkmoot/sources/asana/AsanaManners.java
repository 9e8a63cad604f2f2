package org.folkmoot.sources.asana;

import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;

/// Asana tells of its limits only when they are reached (429, Retry-After).
record AsanaManners() implements Manners {

    private static final int PAYMENT_REQUIRED = 402;

    @Override
    public String title() {
        return "Asana";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return reply.status() == PAYMENT_REQUIRED
                ? new Pull.SignInAgain("Asana allows this only in a paid workspace (402).")
                : Manners.super.trouble(reply, left, now);
    }
}
