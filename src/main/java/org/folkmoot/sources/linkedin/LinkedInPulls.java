package org.folkmoot.sources.linkedin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.linkedin.At.Stage;
import tools.jackson.databind.node.MissingNode;

/// Reads a page's posts by when they last changed, the latest first, and what is below them. A
/// comment changes no post, so the latest posts are read through each time, more of them once a
/// day.
final class LinkedInPulls {

    private static final Duration DAILY = Duration.ofDays(1);
    private static final long AGAIN = Duration.ofHours(1).toMillis();
    private static final int LATEST = 10;

    private final Line line;
    private final LinkedInApi api;
    private final Found.Basket basket = new Found.Basket();
    private final LinkedInPosts posts = new LinkedInPosts(basket);

    LinkedInPulls(Line line) {
        this.line = line;
        this.api = new LinkedInApi(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case PAGE -> page(at);
            case POSTS -> posts(at);
            case COMMENTS -> comments(at);
            case REACTIONS -> reactions(at);
            case DELETED -> deleted(at);
            case SHARES ->
                    caught(at.to(Stage.GAINS), new LinkedInFigures(api).shares(at.firstRound()));
            case GAINS -> end(at, new LinkedInFigures(api).gains(at.firstRound()));
        };
    }

    private Pull page(At at) {
        var day = at.day();
        var daily = day == null || !day.plus(DAILY).isAfter(line.now());
        var begun = at.begun(daily, daily ? line.now() : day).to(Stage.POSTS);
        if (!daily) {
            return posts(begun);
        }
        var urn = api.organization();
        var path = "/organizations/" + urn.replaceFirst("^.*:", "");
        var reply = line.ask(api.get(path).allowing(403, 404)); // its name needs a scope of its own
        posts.organization(reply.status() == 200 ? reply.json() : MissingNode.getInstance(), urn);
        return caught(begun, new LinkedInFigures(api).followers());
    }

    private Pull posts(At at) {
        var ask =
                api.get("/posts?q=author&author=" + Ask.part(api.organization()))
                        .query("sortBy", "LAST_MODIFIED")
                        .with("X-RestLi-Method", "FINDER");
        var page = line.ask(LinkedInApi.page(ask, at.start())).json();
        var ids = new ArrayList<String>();
        var stirred = new ArrayList<String>();
        var latest = 0L;
        var end = false;
        for (var row : page.path("elements")) {
            var id = row.path("id").asString("");
            var changed = row.path("lastModifiedAt").asLong(row.path("createdAt").asLong(0));
            latest = Math.max(latest, changed);
            end |= changed < at.changed() - AGAIN;
            if (changed >= line.connection().since().toEpochMilli()) {
                posts.post(row, api.organization());
                ids.add(id);
                if (changed > at.changed() && !id.isEmpty()) {
                    stirred.add(id);
                }
            } else {
                end = true;
            }
        }
        var next = end ? 0 : LinkedInApi.next(page, at.start());
        var went = at.posts(ids, stirred, latest);
        if (next > 0) {
            return caught(went.start(next), List.of());
        }
        var again =
                went.firstRound()
                        ? List.<String>of()
                        : went.known()
                                .subList(
                                        0,
                                        Math.min(
                                                at.daily() ? went.known().size() : LATEST,
                                                went.known().size()));
        return talks(went.posts(List.of(), again, 0).to(Stage.COMMENTS));
    }

    private Pull talks(At at) {
        if (!at.talks().isEmpty()) {
            return caught(at, List.of());
        }
        return at.likes().isEmpty()
                ? afterReactions(at)
                : caught(at.to(Stage.REACTIONS), List.of());
    }

    private Pull afterReactions(At at) {
        return at.daily()
                ? caught(at.to(at.firstRound() ? Stage.SHARES : Stage.DELETED), List.of())
                : end(at, List.of());
    }

    private Pull comments(At at) {
        return talks(new LinkedInTalk(api, posts).comments(at));
    }

    private Pull reactions(At at) {
        var next = new LinkedInTalk(api, posts).reactions(at);
        return next.likes().isEmpty() ? afterReactions(next) : caught(next, List.of());
    }

    /// Once a day the latest posts by their names; those that LinkedIn does not know any more are
    /// gone. An answer without any of them proves nothing.
    private Pull deleted(At at) {
        if (at.known().isEmpty()) {
            return caught(at.to(Stage.SHARES), List.of());
        }
        var ask =
                api.get("/posts?ids=" + LinkedInApi.list(at.known()))
                        .with("X-RestLi-Method", "BATCH_GET");
        var results = line.ask(ask).json().path("results");
        var gone =
                at.known().stream()
                        .filter(id -> !results.isEmpty() && results.path(id).isMissingNode())
                        .toList();
        gone.forEach(posts::gone);
        return caught(at.without(gone).to(Stage.SHARES), List.of());
    }

    private Pull end(At at, List<Statistic> figures) {
        return new Pull.Caught(
                basket.all(), figures, Cursors.write(at.round()), false, at.stage().words());
    }

    private Pull caught(At next, List<Statistic> figures) {
        return new Pull.Caught(
                basket.all(), figures, Cursors.write(next), true, next.stage().words());
    }
}
