package org.folkmoot.sources.discord;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Discord tells how much is left with every answer, and of a refusal why, with a number.
record DiscordManners() implements Manners {

    private static final int UNKNOWN_SERVER = 10004;

    @Override
    public String title() {
        return "Discord";
    }

    /// Rather by how long from now than by the clock, of which ours may differ.
    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var left = reply.header("x-ratelimit-remaining").flatMap(DiscordManners::number);
        if (left.isEmpty()) {
            return before;
        }
        var resets =
                reply.header("x-ratelimit-reset-after")
                        .flatMap(DiscordManners::number)
                        .map(seconds -> RetryAfter.after(seconds, now))
                        .or(
                                () ->
                                        reply.header("x-ratelimit-reset")
                                                .flatMap(DiscordManners::number)
                                                .map(DiscordManners::clock))
                        .orElse(null);
        var most = reply.header("x-ratelimit-limit").flatMap(DiscordManners::number);
        return new Budget(
                left.get().longValue(),
                most.map(BigDecimal::longValue).orElse(null),
                resets,
                before.closedUntil());
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        if (reply.status() == 404 && body(reply).path("code").asInt(0) == UNKNOWN_SERVER) {
            return new Pull.SignInAgain(
                    "The bot is not on that server, or not any more. Invite it, or mend the server's id.");
        }
        if (reply.status() == 403) {
            return new Pull.SignInAgain(
                    "Discord does not allow the bot this (%s). Invite it anew with the permissions it needs."
                            .formatted(said(reply)));
        }
        return Manners.super.trouble(reply, left, now);
    }

    /// Told twice, in a header and in the answer: the later holds.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var header = RetryAfter.of(reply, now);
        var wait = body(reply).path("retry_after");
        var told =
                wait.isNumber()
                        ? Optional.of(RetryAfter.after(wait.decimalValue(), now))
                        : Optional.<Instant>empty();
        return header.isEmpty() && told.isEmpty()
                ? Manners.super.until(reply, left, now)
                : header.orElse(now).isAfter(told.orElse(now))
                        ? header.orElse(now)
                        : told.orElse(now);
    }

    /// "Missing Access, 50001".
    static String said(Reply reply) {
        var body = body(reply);
        var words = body.path("message").asString("");
        return words.isEmpty()
                ? Integer.toString(reply.status())
                : words + ", " + body.path("code").asInt(reply.status());
    }

    /// Missing where a server before Discord answers with a page.
    private static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /// Seconds since 1970, with a fraction, never too early.
    private static Instant clock(BigDecimal seconds) {
        return Instant.ofEpochMilli(
                seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue());
    }

    private static Optional<BigDecimal> number(String text) {
        return text.strip().matches("\\d{1,15}(\\.\\d{1,9})?")
                ? Optional.of(new BigDecimal(text.strip()))
                : Optional.empty();
    }
}
