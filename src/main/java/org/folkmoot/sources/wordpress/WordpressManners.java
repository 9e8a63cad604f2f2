package org.folkmoot.sources.wordpress;

import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;

/// A site has no limits of its own; what stands before it may have, and says so in the usual way.
record WordpressManners() implements Manners {

    @Override
    public String title() {
        return "The site";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return reply.status() == 401
                ? new Pull.SignInAgain(
                        "The site does not accept the user name and application password (401). Give it a new one; if it is right, the web server may keep the header Authorization from WordPress.")
                : Manners.super.trouble(reply, left, now);
    }
}
