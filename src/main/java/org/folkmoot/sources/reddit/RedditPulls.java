package org.folkmoot.sources.reddit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.reddit.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads subreddits a request at a time: posts and comments from the newest down to what is known,
/// whole trees where the list of comments does not reach so far, and the latest once more, for
/// edits and removals. What only moderators see comes after.
final class RedditPulls {

    private static final long DESCRIBED_AGAIN = 86_400;
    private static final int AT_ONCE = 100;
    private static final Set<String> SHUT =
            Set.of("private", "banned", "quarantined", "gold_only", "employees_only");

    private final Line line;
    private final RedditApi api;
    private final List<String> subreddits;
    private final Found.Basket basket = new Found.Basket();
    private final RedditThings things = new RedditThings(basket);

    RedditPulls(Line line) {
        this.line = line;
        this.api = new RedditApi(line);
        this.subreddits = RedditApi.subreddits(line.connection());
    }

    Pull from(String cursor) {
        var told = Cursors.read(cursor, At.class, At::first);
        var at = told.subreddit() < subreddits.size() ? told : told.round();
        return switch (at.stage()) {
            case ABOUT -> about(at);
            case POSTS -> posts(at);
            case COMMENTS -> comments(at);
            case TREES -> trees(at);
            case ASKED -> asked(at);
            case LOG, QUEUE, REPORTS, MAILS, MAIL -> moderated(at);
        };
    }

    private Pull moderated(At at) {
        var moderation = new RedditModeration(things, basket);
        var next = new RedditModerated(api, moderation).read(at, name(at));
        return next.stage() == Stage.ABOUT ? end(next) : caught(next);
    }

    private String name(At at) {
        return subreddits.get(at.subreddit());
    }

    private Pull about(At at) {
        var mark = at.mark(name(at));
        var begun = at.now(mark).to(Stage.POSTS);
        if (mark.described() + DESCRIBED_AGAIN > line.now().getEpochSecond()) {
            return posts(begun);
        }
        var reply = line.ask(api.get("/r/%s/about".formatted(name(at))).allowing(403, 404));
        if (reply.status() != 200) {
            var reason = RedditManners.body(reply).path("reason").asString("");
            if (reply.status() == 403 && !SHUT.contains(reason)) {
                return new Pull.SignInAgain(
                        "Reddit does not allow this (403): the token lacks a permission, or the app was removed.");
            }
            return reason.isEmpty() ? posts(begun) : shut(begun, reason);
        }
        if (reply.json().path("kind").asString("").equals("Listing")) {
            return shut(begun, "404"); // of subreddits that are called nearly so
        }
        var about = reply.json().path("data");
        things.subreddit(about, name(at));
        return caught(begun.now(mark.described(line.now().getEpochSecond())), members(at, about));
    }

    private List<Statistic> members(At at, JsonNode about) {
        var members = about.path("subscribers");
        var today = LocalDate.ofInstant(line.now(), ZoneOffset.UTC);
        return members.isNumber()
                ? List.of(
                        new Statistic(
                                today,
                                "members",
                                Map.of("subreddit", name(at)),
                                members.decimalValue()))
                : List.of();
    }

    /// The others go on.
    private Pull shut(At at, String reason) {
        basket.add(
                new Found.Refused(
                        "r/" + name(at),
                        0,
                        "Reddit does not show this subreddit (%s).".formatted(reason),
                        ""));
        return end(at);
    }

    private Pull posts(At at) {
        var reply =
                line.ask(api.listing("/r/%s/new".formatted(name(at)), at.after()).allowing(404));
        if (reply.status() == 404) {
            return shut(at, "404");
        }
        var page = reply.json();
        var seen = new RedditSeen(at.mark(name(at)).post(), since());
        var talked = new ArrayList<>(at.posts());
        for (var thing : page.path("data").path("children")) {
            if (seen.add(thing)) {
                things.thing(thing);
                if (thing.path("data").path("num_comments").asLong(0) > 0) {
                    talked.add(RedditThings.name(thing));
                }
            }
        }
        var after = seen.end() ? "" : RedditApi.after(page, at.after());
        var went =
                at.now(at.now().seen(seen.latest(), 0, seen.names()))
                        .trees(talked, List.of(), List.of());
        return caught(after.isEmpty() ? went.to(Stage.COMMENTS) : went.after(after));
    }

    /// Where this does not reach down to what is known, each post's tree is read.
    private Pull comments(At at) {
        var page = line.ask(api.listing("/r/%s/comments".formatted(name(at)), at.after())).json();
        var known = at.mark(name(at)).comment();
        var seen = new RedditSeen(known, since());
        for (var thing : page.path("data").path("children")) {
            if (seen.add(thing)) {
                things.thing(thing);
            }
        }
        var after = seen.end() ? "" : RedditApi.after(page, at.after());
        var went = at.now(at.now().seen(0, seen.latest(), seen.names()));
        if (!after.isEmpty()) {
            return caught(went.after(after));
        }
        return caught(seen.met() || went.posts().isEmpty() ? toLog(went) : went.to(Stage.TREES));
    }

    private At toLog(At at) {
        return at.trees(List.of(), List.of(), List.of())
                .asked(at.mark(name(at)).known())
                .to(Stage.LOG);
    }

    private Pull trees(At at) {
        var next = new RedditTree(api, things).read(at);
        return caught(next.posts().isEmpty() ? toLog(next) : next);
    }

    /// Once more, what may have been edited or removed. An answer without any of them proves
    /// nothing; what alone is missing is gone.
    private Pull asked(At at) {
        if (at.asked().isEmpty()) {
            return moderated(at.to(Stage.QUEUE));
        }
        var ids = at.asked().subList(0, Math.min(AT_ONCE, at.asked().size()));
        var page = line.ask(api.get("/api/info").query("id", String.join(",", ids))).json();
        var there = new ArrayList<String>();
        for (var thing : page.path("data").path("children")) {
            things.thing(thing);
            there.add(RedditThings.name(thing));
        }
        ids.stream().filter(id -> !there.isEmpty() && !there.contains(id)).forEach(things::gone);
        var left = List.copyOf(at.asked().subList(ids.size(), at.asked().size()));
        return caught(left.isEmpty() ? at.asked(left).to(Stage.QUEUE) : at.asked(left));
    }

    private long since() {
        return line.connection().since().getEpochSecond();
    }

    /// The subreddit is done, and with the last one the round.
    private Pull end(At at) {
        var next = at.next(name(at));
        var last = next.subreddit() >= subreddits.size();
        return new Pull.Caught(
                basket.all(), Cursors.write(last ? next.round() : next), !last, "r/" + name(at));
    }

    private Pull caught(At next) {
        return caught(next, List.of());
    }

    private Pull caught(At next, List<Statistic> figures) {
        return new Pull.Caught(
                basket.all(),
                figures,
                Cursors.write(next),
                true,
                "%s of r/%s".formatted(next.stage().words(), name(next)));
    }
}
