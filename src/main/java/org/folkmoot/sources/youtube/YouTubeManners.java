package org.folkmoot.sources.youtube;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// YouTube has no headers for its limits: a day's units are counted by whoever asks, and a 403 says
/// in its reason whether they are used up. Only a live chat says how long to wait for more.
record YouTubeManners() implements Manners {

    static final String INVALID_PAGE = "invalidPageToken";

    /// Where its day begins.
    static final ZoneId PLACE = ZoneId.of("America/Los_Angeles");

    /// Of one video, comment, chat or page alone: the connector goes on with another.
    private static final Set<String> OF_ONE_THING =
            Set.of(
                    "commentsDisabled",
                    "commentNotFound",
                    "parentCommentNotFound",
                    "commentThreadNotFound",
                    "videoNotFound",
                    "playlistNotFound",
                    "liveChatDisabled",
                    "liveChatEnded",
                    "liveChatNotFound",
                    INVALID_PAGE);

    /// Newer refusals use one word for all quotas, and tell whose it was beside it.
    private static final Pattern DAILY =
            Pattern.compile("\"quota_unit\"\\s*:\\s*\"1/d/|PerDayPerProject");

    private static final Pattern WAIT =
            Pattern.compile("\"pollingIntervalMillis\"\\s*:\\s*\"?(\\d{1,9})");

    @Override
    public String title() {
        return "YouTube";
    }

    static LocalDate today(Instant now) {
        return now.atZone(PLACE).toLocalDate();
    }

    static Instant tomorrow(Instant now) {
        return today(now).plusDays(1).atStartOfDay(PLACE).toInstant();
    }

    static Pull.SlowDown spent(Instant now) {
        return new Pull.SlowDown(
                tomorrow(now),
                "The units that YouTube allows in a day are used up; there are new ones at midnight in California.");
    }

    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var wait = WAIT.matcher(reply.text());
        return reply.status() == 200 && wait.find()
                ? before.closed(
                        RetryAfter.after(new BigDecimal(wait.group(1)).movePointLeft(3), now))
                : before;
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        if (reply.status() >= 200 && reply.status() < 300) {
            return null;
        }
        var reason = reason(reply);
        if (OF_ONE_THING.contains(reason)) {
            return null;
        }
        return switch (reason) {
            case "quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg" -> spent(now);
            case "rateLimitExceeded",
                    "userRateLimitExceeded",
                    "RATE_LIMIT_EXCEEDED",
                    "RESOURCE_EXHAUSTED" ->
                    DAILY.matcher(reply.text()).find()
                            ? spent(now)
                            : new Pull.SlowDown(
                                    until(reply, left, now), "YouTube asks to slow down.");
            case "API_KEY_INVALID", "keyInvalid", "keyExpired" ->
                    new Pull.SignInAgain(
                            "YouTube does not accept the API key. Make a new one and give it here.");
            case "accessNotConfigured", "SERVICE_DISABLED", "API_KEY_SERVICE_BLOCKED" ->
                    new Pull.SignInAgain(
                            "The project of the key may not use the YouTube Data API v3. Enable it in the Google Cloud console.");
            case "insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT" ->
                    new Pull.SignInAgain(
                            "YouTube does not allow this with the scopes that were agreed to. Sign in anew.");
            default -> Manners.super.trouble(reply, left, now);
        };
    }

    /// The first reason of a refusal, in YouTube's own word; empty when there is none to read.
    static String reason(Reply reply) {
        if (reply.status() < 300) {
            return "";
        }
        try {
            var error = reply.json().path("error");
            for (var detail : error.path("details")) {
                if (detail.path("reason").isString()) {
                    return detail.path("reason").asString("");
                }
            }
            var first = error.path("errors").path(0).path("reason").asString("");
            return first.isEmpty() ? error.path("status").asString("") : first;
        } catch (JacksonException e) {
            return ""; // a proxy before it answers with a page
        }
    }
}
