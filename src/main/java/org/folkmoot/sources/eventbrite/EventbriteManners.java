package org.folkmoot.sources.eventbrite;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;

/// Eventbrite counts by token and by app, and tells both in one header:
/// `token:ABC 22/2000 reset=3530s, key:DEF 40/2000 reset=3530s`.
record EventbriteManners() implements Manners {

    private static final Pattern COUNT =
            Pattern.compile("(\\d{1,9})/(\\d{1,9})\\s+reset=(\\d{1,9})s?");

    @Override
    public String title() {
        return "Eventbrite";
    }

    /// The scarcest of what it counts.
    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        Budget scarcest = null;
        var told = COUNT.matcher(reply.header("x-rate-limit").orElse(""));
        while (told.find()) {
            var most = Long.parseLong(told.group(2));
            var left = Math.max(0, most - Long.parseLong(told.group(1)));
            if (scarcest == null || left < scarcest(scarcest)) {
                var at = RetryAfter.after(new BigDecimal(told.group(3)), now);
                scarcest = new Budget(left, most, at, before.closedUntil());
            }
        }
        return scarcest == null ? before : scarcest;
    }

    private static long scarcest(@Nullable Budget budget) {
        return budget == null || budget.remaining() == null ? Long.MAX_VALUE : budget.remaining();
    }
}
