package org.folkmoot.sources.reddit;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.reddit.At.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads what Reddit shows to moderators alone, a page at a time. Who is none reads the rest
/// without it.
record RedditModerated(RedditApi api, RedditModeration moderation) {

    private static final long AGAIN = 600;

    /// @return where to go on; at [Stage#ABOUT] when this subreddit is done
    At read(At at, String name) {
        return switch (at.stage()) {
            case LOG -> log(at, name);
            case QUEUE -> reported(at, name, "modqueue");
            case REPORTS -> reported(at, name, "reports");
            case MAILS -> mails(at, name);
            default -> mail(at, name);
        };
    }

    /// @return nothing for who may not see it
    private JsonNode ask(Ask ask) {
        var reply = api.line().ask(ask.allowing(403, 404));
        return reply.status() == 200 ? reply.json() : MissingNode.getInstance();
    }

    private JsonNode listing(At at, String name, String what) {
        return ask(api.listing("/r/%s/about/%s".formatted(name, what), at.after()));
    }

    /// What it was done to is asked for once more: it may be gone, or back again.
    private At log(At at, String name) {
        var page = listing(at, name, "log");
        var known = at.mark(name).log();
        var since = api.line().connection().since().getEpochSecond();
        var latest = 0L;
        var end = false;
        var asked = new ArrayList<>(at.asked());
        for (var entry : page.path("data").path("children")) {
            var row = entry.path("data");
            var time = RedditThings.time(row.path("created_utc"));
            var when = time == null ? 0 : time.getEpochSecond();
            end |= time != null && when < Math.max(known - AGAIN, since);
            latest = Math.max(latest, when);
            var thing = time != null && when < since ? null : moderation.logged(row);
            if (thing != null && known > 0 && when > known && !asked.contains(thing)) {
                asked.add(thing);
            }
        }
        var after = end ? "" : RedditApi.after(page, at.after());
        var went = at.now(at.now().log(latest)).asked(asked);
        return after.isEmpty() ? went.to(Stage.ASKED) : went.after(after);
    }

    private At reported(At at, String name, String what) {
        var page = listing(at, name, what);
        if (page.isMissingNode()) {
            return at.to(Stage.ABOUT);
        }
        for (var thing : page.path("data").path("children")) {
            moderation.things().thing(thing);
            moderation.reports(thing);
        }
        var after = RedditApi.after(page, at.after());
        return !after.isEmpty()
                ? at.after(after)
                : at.to(what.equals("reports") ? Stage.MAILS : Stage.REPORTS);
    }

    private At mails(At at, String name) {
        var page =
                ask(
                        api.get("/api/mod/conversations")
                                .query("entity", name)
                                .query("state", "all")
                                .query("sort", "recent")
                                .query("limit", RedditApi.PAGE)
                                .query("after", at.after()));
        var known =
                Math.max(at.mark(name).mail(), api.line().connection().since().toEpochMilli() - 1);
        var chosen = new ArrayList<>(at.mails());
        var latest = 0L;
        var last = "";
        var end = false;
        for (var id : page.path("conversationIds")) {
            last = id.asString("");
            var stirred =
                    RedditModeration.time(
                            page.path("conversations").path(last).path("lastUpdated").asString(""));
            var when = stirred == null ? Long.MAX_VALUE : stirred.toEpochMilli();
            if (when > known && !chosen.contains(last)) {
                chosen.add(last);
            }
            end |= when <= known;
            latest = stirred == null ? latest : Math.max(latest, when);
        }
        var went = at.now(at.now().mail(latest)).mails(chosen);
        if (!end && !last.isEmpty() && !last.equals(at.after())) {
            return went.after(last);
        }
        return chosen.isEmpty() ? went.to(Stage.ABOUT) : went.to(Stage.MAIL);
    }

    /// One conversation, whole. That it is read here marks it read for nobody.
    private At mail(At at, String name) {
        var id = at.mails().getFirst();
        var path = "/api/mod/conversations/" + Ask.part(id);
        moderation.conversation(ask(api.get(path).query("markRead", "false")), name);
        var left = List.copyOf(at.mails().subList(1, at.mails().size()));
        return at.mails(left).to(left.isEmpty() ? Stage.ABOUT : Stage.MAIL);
    }
}
