package org.folkmoot.sources.hubspot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// HubSpot counts requests in windows of ten seconds and by the day, and names the count that is
/// used up in the body of its 429. Its day ends at midnight where the account is, which it does not
/// tell: then it is asked again once an hour.
record HubSpotManners() implements Manners {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration OF_A_DAY = Duration.ofHours(1);
    private static final RateHeaders WINDOWS = headers("");
    private static final RateHeaders DAYS = headers("daily-");

    private static RateHeaders headers(String of) {
        var most = of.isEmpty() ? "max" : "daily";
        return new RateHeaders(
                "x-hubspot-ratelimit-" + of + "remaining",
                "x-hubspot-ratelimit-" + most,
                "",
                RateHeaders.Reset.EPOCH);
    }

    @Override
    public String title() {
        return "HubSpot";
    }

    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var day = DAYS.read(reply, now, Budget.UNKNOWN);
        if (day.remaining() != null && day.remaining() <= 0) {
            return new Budget(0L, day.most(), now.plus(OF_A_DAY), before.closedUntil());
        }
        var left = WINDOWS.read(reply, now, before);
        return left.equals(before)
                ? before
                : new Budget(
                        left.remaining(), left.most(), now.plus(window(reply)), left.closedUntil());
    }

    private static Duration window(Reply reply) {
        return reply.header("x-hubspot-ratelimit-interval-milliseconds")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .orElse(WINDOW);
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.trouble(reply, left, now);
        int status = reply.status();
        if (status == 423 || status == 477) { // it locks an account, or moves it, for a moment
            return new Pull.SlowDown(until(reply, left, now), "HubSpot asks to wait.");
        }
        var why = body(reply).path("message").asString("").strip();
        return usual instanceof Pull.Unreachable && status < 500 && !why.isEmpty()
                ? new Pull.Unreachable("HubSpot says: " + why, false)
                : usual;
    }

    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var told = RetryAfter.of(reply, now);
        if (told.isPresent()) {
            return told.get();
        }
        var policy = body(reply).path("policyName").asString("").toUpperCase(Locale.ROOT);
        if (policy.contains("DAILY")) {
            return now.plus(OF_A_DAY);
        }
        return policy.contains("SECONDLY") && !policy.contains("TEN")
                ? RetryAfter.after(BigDecimal.ONE, now)
                : now.plus(window(reply));
    }

    private static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance(); // a proxy's page
        }
    }
}
