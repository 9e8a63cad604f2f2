package org.folkmoot.sources.zoom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Zoom counts by the second and by the day, and says which of them it means, but not when the
/// count begins anew: the day's at midnight, UTC.
record ZoomManners() implements Manners {

    /// What a 400 is called that means a scope is missing.
    static final int NO_SCOPE = 4711;

    private static final RateHeaders COUNTS =
            new RateHeaders(
                    "x-ratelimit-remaining", "x-ratelimit-limit", "", RateHeaders.Reset.ISO);

    @Override
    public String title() {
        return "Zoom";
    }

    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var told = COUNTS.read(reply, now, before);
        if (reply.header("x-ratelimit-remaining").isEmpty()) {
            return told;
        }
        var at = RetryAfter.of(reply, now).orElseGet(() -> anew(reply, now));
        return new Budget(told.remaining(), told.most(), at, told.closedUntil());
    }

    private static Instant anew(Reply reply, Instant now) {
        return isDaily(reply.header("x-ratelimit-type").orElse(""))
                ? LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                : now.plusSeconds(1);
    }

    private static boolean isDaily(String words) {
        return words.toLowerCase(Locale.ROOT).contains("daily");
    }

    /// Without headers its words tell which of both it was.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var told = RetryAfter.of(reply, now);
        if (told.isPresent()) {
            return told.get();
        }
        var type = reply.header("x-ratelimit-type").orElseGet(reply::text);
        return anew(new Reply(429, Map.of("x-ratelimit-type", type), new byte[0]), now);
    }

    /// A scope that lacks is a 400 with a number of its own.
    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.trouble(reply, left, now);
        if (reply.status() != 400) {
            return usual;
        }
        try {
            var body = reply.json();
            return body.path("code").asInt(0) == NO_SCOPE
                    ? new Pull.SignInAgain(
                            "The app at Zoom lacks a scope. %s Add it there, and activate the app again."
                                    .formatted(body.path("message").asString("")))
                    : usual;
        } catch (JacksonException e) {
            return usual;
        }
    }
}
