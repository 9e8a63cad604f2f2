package org.folkmoot.sources.meetup;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Meetup gives points by the minute, and says no with a 200 and errors in it.
record MeetupManners() implements Manners {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static final List<String> TOO_MUCH =
            List.of("rate_limit", "rate limit", "too many requests");
    private static final List<String> FOR_A_PERSON =
            List.of("unauthenticated", "unauthorized", "forbidden", "not_authorized", "permission");

    @Override
    public String title() {
        return "Meetup";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.trouble(reply, left, now);
        if (usual != null) {
            return usual;
        }
        var body = reply.json();
        for (var error : body.path("errors")) {
            if (TOO_MUCH.stream().anyMatch(words(error)::contains)) {
                var until = JsonTimes.at(error.path("extensions"), "resetAt");
                return new Pull.SlowDown(
                        until != null && until.isAfter(now) ? until : now.plus(MINUTE),
                        "Meetup asks to slow down.");
            }
        }
        if (body.path("errors").isEmpty() || answered(body.path("data"))) {
            return null;
        }
        var error = body.path("errors").path(0);
        var said = text(error, "message");
        return FOR_A_PERSON.stream().anyMatch(words(error)::contains)
                ? new Pull.SignInAgain(
                        "Meetup does not allow this (%s). Sign in there anew, as an organiser of the group, with a Pro subscription."
                                .formatted(said))
                : new Pull.Unreachable("Meetup answered: %s".formatted(said), false);
    }

    private static String words(JsonNode error) {
        var code = text(error.path("extensions"), "code");
        return (code + " " + text(error, "message")).toLowerCase(Locale.ROOT);
    }

    /// Errors beside an answer are of single fields.
    private static boolean answered(JsonNode data) {
        for (var one : data) {
            if (!one.isNull()) {
                return true;
            }
        }
        return false;
    }
}
