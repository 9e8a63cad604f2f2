package org.folkmoot.sources.stackexchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// All that Stack Exchange says of limits stands in its answers: what is left of the day, and how
/// long to wait after a good answer (`backoff`). Too much is a 400 with a number of its own.
record StackExchangeManners() implements Manners {

    private static final int THROTTLED = 502;
    private static final Pattern SECONDS =
            Pattern.compile("available in (\\d{1,9}(?:\\.\\d{1,9})?) second");

    @Override
    public String title() {
        return "Stack Exchange";
    }

    /// The day's requests are there again at midnight, UTC. A pause is asked for one method; it is
    /// kept for all of them.
    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var body = body(reply);
        var backoff = body.path("backoff");
        var closed =
                backoff.isNumber()
                        ? RetryAfter.after(backoff.decimalValue(), now)
                        : before.closedUntil();
        if (!body.path("quota_remaining").isNumber()) {
            return new Budget(before.remaining(), before.most(), before.resetsAt(), closed);
        }
        var most = body.path("quota_max");
        return new Budget(
                body.path("quota_remaining").asLong(0),
                most.isNumber() ? Long.valueOf(most.asLong(0)) : before.most(),
                now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)),
                closed);
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var body = body(reply);
        var error = body.path("error_id").asInt(0);
        if (error == 0) {
            return Manners.super.trouble(reply, left, now);
        }
        var words = body.path("error_message").asString("");
        return switch (error) {
            case THROTTLED ->
                    new Pull.SlowDown(until(reply, left, now), "Stack Exchange asks to slow down.");
            case 401, 402, 403, 405, 406 ->
                    new Pull.SignInAgain(
                            "Stack Exchange does not allow this (%d). Check the app's key."
                                    .formatted(error));
            case 400 ->
                    new Pull.SignInAgain(
                            words.contains("key")
                                    ? "Stack Exchange does not know the app's key. Check it."
                                    : "Stack Exchange does not understand the settings (400). Check the site's name.");
            default -> new Pull.Unreachable("Stack Exchange answered %d.".formatted(error), false);
        };
    }

    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var told = SECONDS.matcher(body(reply).path("error_message").asString(""));
        return told.find()
                ? RetryAfter.after(new BigDecimal(told.group(1)), now)
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
