package org.folkmoot.sources.linkedin;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.sources.Ask;

/// What people say and show below a post, a page at a time.
record LinkedInTalk(LinkedInApi api, LinkedInPosts posts) {

    /// A post that is gone meanwhile has none, and proves nothing.
    At comments(At at) {
        var entity = at.talks().getFirst();
        var path = "/socialActions/%s/comments".formatted(Ask.part(entity));
        var ask = LinkedInApi.page(api.get(path), at.start()).allowing(403, 404);
        var reply = api.line().ask(ask);
        if (reply.status() != 200) {
            return at.talked(false);
        }
        var page = reply.json();
        var found = new ArrayList<String>();
        var below = new ArrayList<String>();
        for (var row : page.path("elements")) {
            var id = posts.comment(row, entity, api.organization());
            if (!id.isEmpty()) {
                found.add(id);
                var sums = row.path("commentsSummary");
                var answers =
                        sums.path("totalFirstLevelComments")
                                .asLong(sums.path("aggregatedTotalComments").asLong(0));
                if (answers > 0 && !id.equals(entity)) {
                    below.add(id);
                }
            }
        }
        var went = at.found(found, below);
        var next = LinkedInApi.next(page, at.start());
        if (next > 0) {
            return went.start(next);
        }
        for (var known : at.seen().getOrDefault(entity, List.of())) {
            if (!went.found().contains(known)) {
                posts.gone(known);
            }
        }
        return went.talked(true);
    }

    At reactions(At at) {
        var entity = at.likes().getFirst();
        var path = "/reactions/(entity:%s)?q=entity&sort=(value:REVERSE_CHRONOLOGICAL)";
        var ask = api.get(path.formatted(Ask.part(entity)));
        var reply = api.line().ask(LinkedInApi.page(ask, at.start()).allowing(403, 404));
        if (reply.status() != 200) {
            return at.liked();
        }
        var page = reply.json();
        page.path("elements").forEach(row -> posts.reaction(row, entity, api.organization()));
        var next = LinkedInApi.next(page, at.start());
        return next > 0 ? at.start(next) : at.liked();
    }
}
