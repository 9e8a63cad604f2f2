package org.folkmoot.sources.notion;

import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Notion tells of its limit only when it is reached (429 or 529, Retry-After), and says why in the
/// body.
record NotionManners() implements Manners {

    private static final int OVERLOADED = 529;

    @Override
    public String title() {
        return "Notion";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        if (reply.status() == OVERLOADED) {
            return new Pull.SlowDown(until(reply, left, now), "Notion asks to slow down.");
        }
        if (reply.status() == 400) {
            return new Pull.Unreachable("Notion answered: %s".formatted(words(reply)), false);
        }
        return Manners.super.trouble(reply, left, now);
    }

    /// Its own reason, in a sentence.
    static String words(Reply reply) {
        try {
            return reply.json().path("message").asString("it gives no reason.");
        } catch (JacksonException e) {
            return "it gives no reason."; // a proxy before it answers with a page
        }
    }
}
