package org.folkmoot.sources.linkedin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;

/// LinkedIn counts by days, which end at midnight, UTC, and tells nothing before the last request
/// is used up.
record LinkedInManners() implements Manners {

    @Override
    public String title() {
        return "LinkedIn";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return reply.status() == 426
                ? new Pull.SignInAgain(
                        "LinkedIn does not speak this version of its API any more (426). Set a later one as api-version.")
                : Manners.super.trouble(reply, left, now);
    }

    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var soon = reply.text().contains("MINUTE") || reply.status() != 429;
        return RetryAfter.of(reply, now).isPresent() || soon
                ? Manners.super.until(reply, left, now)
                : now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
