package org.folkmoot.sources.trello;

import java.time.Duration;
import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;

/// Trello counts by key and by token, over ten seconds, and tells of both; when the ten seconds
/// began it does not tell.
record TrelloManners() implements Manners {

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Override
    public String title() {
        return "Trello";
    }

    /// The scarcer of both.
    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var token = counted(reply, "token", now, before);
        var key = counted(reply, "key", now, before);
        if (token.remaining() == null || key.remaining() == null) {
            return token.remaining() == null ? key : token;
        }
        return token.remaining() <= key.remaining() ? token : key;
    }

    private static Budget counted(Reply reply, String by, Instant now, Budget before) {
        var name = "x-rate-limit-api-%s-".formatted(by);
        var left =
                new RateHeaders(
                                name + "remaining",
                                name + "max",
                                "",
                                RateHeaders.Reset.SECONDS_LEFT)
                        .read(reply, now, Budget.UNKNOWN);
        return left.remaining() == null
                ? new Budget(null, null, null, before.closedUntil())
                : new Budget(
                        left.remaining(),
                        left.most(),
                        now.plus(interval(reply, by)),
                        before.closedUntil());
    }

    private static Duration interval(Reply reply, String by) {
        return reply.header("x-rate-limit-api-%s-interval-ms".formatted(by))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .map(told -> told.compareTo(LONGEST) > 0 ? LONGEST : told)
                .orElse(USUAL);
    }

    /// Without a word of how long, the whole interval.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var told = RetryAfter.of(reply, now);
        if (told.isPresent()) {
            return told.get();
        }
        var longer = reply.text().contains("API_KEY_LIMIT") ? "key" : "token";
        return now.plus(interval(reply, longer));
    }
}
