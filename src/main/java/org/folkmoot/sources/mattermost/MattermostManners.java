package org.folkmoot.sources.mattermost;

import java.time.Instant;
import java.util.regex.Pattern;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A server tells what is left of the present second, where its admin limits anything at all.
record MattermostManners() implements Manners {

    private static final Pattern CLOCK = Pattern.compile("\\d{10,}");

    @Override
    public String title() {
        return "Mattermost";
    }

    /// Its documentation writes the reset both as a time and as what is left until then.
    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var clock = CLOCK.matcher(reply.header("x-ratelimit-reset").orElse("").strip()).matches();
        var reset = clock ? RateHeaders.Reset.EPOCH : RateHeaders.Reset.SECONDS_LEFT;
        return new RateHeaders(
                        "x-ratelimit-remaining", "x-ratelimit-limit", "x-ratelimit-reset", reset)
                .read(reply, now, before);
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return reply.status() == 403
                ? new Pull.SignInAgain(
                        "Mattermost does not allow this: %s Give the account the permission, or add it to the team."
                                .formatted(said(reply)))
                : Manners.super.trouble(reply, left, now);
    }

    /// In its own words: "You do not have the appropriate permissions."
    static String said(Reply reply) {
        try {
            var words = reply.json().path("message").asString("");
            return words.isEmpty() ? Integer.toString(reply.status()) : words;
        } catch (JacksonException e) {
            return Integer.toString(reply.status());
        }
    }
}
