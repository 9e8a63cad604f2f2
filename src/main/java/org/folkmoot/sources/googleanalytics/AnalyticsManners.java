package org.folkmoot.sources.googleanalytics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Google counts tokens, of which an answer costs more the larger it is, and says in each what it
/// cost and what is left of the hour and the day.
record AnalyticsManners() implements Manners {

    private static final ZoneId PLACE = ZoneId.of("America/Los_Angeles");
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public String title() {
        return "Google Analytics";
    }

    private static Instant tomorrow(Instant now) {
        return now.atZone(PLACE).toLocalDate().plusDays(1).atStartOfDay(PLACE).toInstant();
    }

    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var quota = body(reply).path("propertyQuota");
        if (spent(quota.path("tokensPerDay"))) {
            return new Budget(0L, null, tomorrow(now), before.closedUntil());
        }
        var hour = quota.path("tokensPerProjectPerHour");
        if (spent(hour) || spent(quota.path("tokensPerHour"))) {
            return new Budget(0L, null, now.plus(HOUR), before.closedUntil());
        }
        var left = hour.path("remaining");
        return left.isNumber()
                ? new Budget(left.asLong(0), null, now.plus(HOUR), before.closedUntil())
                : before;
    }

    /// Whether another answer like this one would be too much.
    private static boolean spent(JsonNode quota) {
        return quota.path("remaining").isNumber()
                && quota.path("remaining").asLong(0)
                        < Math.max(1, quota.path("consumed").asLong(1));
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var error = body(reply).path("error");
        return switch (error.path("status").asString("")) {
            case "RESOURCE_EXHAUSTED" ->
                    new Pull.SlowDown(
                            until(reply, left, now),
                            "The tokens that Google Analytics allows are used up for now.");
            case "PERMISSION_DENIED" ->
                    new Pull.SignInAgain(
                            "Google Analytics does not allow this (403). In its Admin, Property access management, add the service account's address as a Viewer, and enable the Google Analytics Data API in its project.");
            default -> Manners.super.trouble(reply, left, now);
        };
    }

    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var words = body(reply).path("error").path("message").asString("");
        if (RetryAfter.of(reply, now).isPresent() || words.isEmpty()) {
            return Manners.super.until(reply, left, now);
        }
        return words.contains("per day")
                ? tomorrow(now)
                : words.contains("per hour")
                        ? now.plus(HOUR)
                        : Manners.super.until(reply, left, now);
    }

    /// A proxy before it answers with a page, an answer that broke off with half of one.
    private static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
