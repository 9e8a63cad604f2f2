package org.folkmoot.sources.discourse;

import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A forum tells of its limits only when they are reached: in a header, or in the answer itself.
record DiscourseManners() implements Manners {

    @Override
    public String title() {
        return "The forum";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.trouble(reply, left, now);
        if (reply.status() != 422 && reply.status() != 409) {
            return usual;
        }
        var why = why(reply);
        return why.isEmpty() ? usual : new Pull.Unreachable("The forum says: " + why, false);
    }

    /// What it does not like about what it was given.
    private static String why(Reply reply) {
        try {
            return reply.json().path("errors").path(0).asString("").strip();
        } catch (JacksonException e) {
            return ""; // a proxy before the forum answers with a page
        }
    }

    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.until(reply, left, now);
        try {
            var wait = reply.json().path("extras").path("wait_seconds");
            var told = wait.isNumber() ? RetryAfter.after(wait.decimalValue(), now) : now;
            var header = RetryAfter.of(reply, now);
            return header.isEmpty() && wait.isNumber() ? told : told.isAfter(usual) ? told : usual;
        } catch (JacksonException e) {
            return usual; // a proxy before the forum answers with a page
        }
    }
}
