package org.folkmoot.sources.x;

import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.folkmoot.sources.x.At.Stage;
import tools.jackson.databind.JsonNode;

/// A page of followers, the latest first. Who is new since the day before began to follow in
/// between.
record XFollowers(XPosts posts, Instant now) {

    /// So many may go again before all are read once more.
    private static final int KNOWN = 40;

    At took(At at, JsonNode page) {
        var first = !at.days().containsKey(Stage.FOLLOWERS);
        var fresh = new ArrayList<String>();
        var met = false;
        for (var user : page.path("data")) {
            var id = user.path("id").asString("");
            met |= !first && at.followers().contains(id);
            posts.user(user);
            if (!met && XIds.is(id)) {
                fresh.add(id);
                if (!first) {
                    posts.followed(id, at.account(), now, true);
                }
            }
        }
        var known = Stream.concat(fresh.stream(), at.followers().stream()).distinct();
        // the first page has the latest; later ones of the first time add nothing to know them by
        var went =
                (first && !at.next().isEmpty() ? at : at.followers(known.limit(KNOWN).toList()))
                        .read(page.path("data").size(), now);
        var next = XApi.next(page, at.next());
        return met || next.isEmpty() ? went.done(now).to(Stage.AGAIN) : went.next(next);
    }
}
