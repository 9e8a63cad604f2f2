package org.folkmoot.sources.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/// Salesforce counts the requests of the last 24 hours, tells how many in a header of its own, and
/// says 403 when they are used up. When some of them are free again it does not tell: it is asked
/// once an hour.
record SalesforceManners() implements Manners {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final Pattern USAGE =
            Pattern.compile("\\bapi-usage=(\\d{1,15})/(\\d{1,15})(?:[,;\\s]|$)");
    private static final List<String> ENOUGH =
            List.of("REQUEST_LIMIT_EXCEEDED", "TXN_SECURITY_METERING_ERROR");
    private static final List<String> BUSY =
            List.of("SERVER_UNAVAILABLE", "UNABLE_TO_LOCK_ROW", "QUERY_TIMEOUT");

    @Override
    public String title() {
        return "Salesforce";
    }

    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var usage = USAGE.matcher(reply.header("sforce-limit-info").orElse(""));
        if (!usage.find()) {
            return before;
        }
        var most = Long.parseLong(usage.group(2));
        var left = Math.max(0, most - Long.parseLong(usage.group(1)));
        return new Budget(left, most, now.plus(PAUSE), before.closedUntil());
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.trouble(reply, left, now);
        if (usual == null || reply.status() == 401) {
            return usual;
        }
        var error = body(reply);
        var code = error.path("errorCode").asString("");
        if (ENOUGH.contains(code)) {
            return new Pull.SlowDown(
                    RetryAfter.of(reply, now).orElse(now.plus(PAUSE)),
                    "Salesforce allows no more requests for now (%s).".formatted(code));
        }
        if (BUSY.contains(code)) {
            return new Pull.SlowDown(
                    RetryAfter.of(reply, now).orElse(now.plus(AT_ONCE)), "Salesforce is busy.");
        }
        var why = error.path("message").asString("").strip();
        if (reply.status() == 300) {
            return new Pull.Unreachable(
                    "Salesforce has several contacts with that external id.", false);
        }
        return usual instanceof Pull.Unreachable && reply.status() < 500 && !why.isEmpty()
                ? new Pull.Unreachable("Salesforce says: %s (%s)".formatted(why, code), false)
                : usual;
    }

    /// The first of what it complains of.
    static JsonNode body(Reply reply) {
        try {
            var body = reply.json();
            return body.isArray() ? body.path(0) : body;
        } catch (JacksonException e) {
            return MissingNode.getInstance(); // a proxy's page
        }
    }
}
