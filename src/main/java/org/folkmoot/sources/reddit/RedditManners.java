package org.folkmoot.sources.reddit;

import java.time.Instant;
import java.util.regex.Pattern;
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

/// Reddit counts requests over ten minutes and tells the rest in headers, with the seconds that are
/// left. Who writes too much is told so with a 200 and words.
record RedditManners() implements Manners {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,6}) (second|minute|hour)");

    @Override
    public String title() {
        return "Reddit";
    }

    @Override
    public RateHeaders rates() {
        return new RateHeaders(
                "x-ratelimit-remaining", "", "x-ratelimit-reset", RateHeaders.Reset.SECONDS_LEFT);
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        if (reply.status() == 200 && reply.text().contains("\"RATELIMIT\"") && tooMuch(reply)) {
            return new Pull.SlowDown(
                    writing(reply, now), "Reddit lets this user write no more for now.");
        }
        return Manners.super.trouble(reply, left, now);
    }

    private static boolean tooMuch(Reply reply) {
        var error = body(reply).path("json").path("errors").path(0).path(0);
        return error.asString("").equals("RATELIMIT");
    }

    /// A refusal tells its end by the count's reset, too.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var reset = left.resetsAt();
        return RetryAfter.of(reply, now).isEmpty() && reset != null && reset.isAfter(now)
                ? reset
                : Manners.super.until(reply, left, now);
    }

    private static Instant writing(Reply reply, Instant now) {
        var json = body(reply).path("json");
        if (json.path("ratelimit").isNumber()) {
            return RetryAfter.after(json.path("ratelimit").decimalValue(), now);
        }
        var words = WORDS.matcher(json.path("errors").path(0).path(1).asString(""));
        if (!words.find()) {
            return now.plus(USUAL_PAUSE.multipliedBy(10));
        }
        var number = Long.parseLong(words.group(1));
        return now.plusSeconds(
                switch (words.group(2)) {
                    case "second" -> number;
                    case "minute" -> number * 60;
                    default -> number * 3600;
                });
    }

    /// Nothing for an answer that is no JSON, such as a page of its own.
    static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
