package org.folkmoot.sources.discourse;

import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import tools.jackson.core.JacksonException;

/// A forum tells of its limits only when they are reached: in a header, or in the answer itself.
record DiscourseManners() implements Manners {

    @Override
    public String title() {
        return "The forum";
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
