package org.folkmoot.sources.reddit;

import java.util.Optional;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import tools.jackson.databind.JsonNode;

/// Looks whether something was said already, among the latest by the token's user.
record RedditSearch(RedditApi api) {

    Optional<Done> find(Act act) {
        return switch (act.what()) {
            case POST -> listed(act, "submitted", "selftext");
            case REPLY ->
                    RedditActs.MAIL.matcher(act.target()).matches()
                            ? mail(act)
                            : listed(act, "comments", "body");
            default -> Optional.empty();
        };
    }

    private Optional<Done> listed(Act act, String what, String words) {
        var path = "/user/%s/%s".formatted(api.me(), what);
        var page = api.line().ask(api.listing(path, "").query("sort", "new")).json();
        for (var thing : page.path("data").path("children")) {
            var row = thing.path("data");
            var at = RedditThings.time(row.path("created_utc"));
            if (at != null
                    && !at.isBefore(act.at().minusSeconds(60))
                    && row.path(words).asString("").strip().equals(act.text().strip())
                    && there(act, row)) {
                return Optional.of(RedditActs.done(thing));
            }
        }
        return Optional.empty();
    }

    private static boolean there(Act act, JsonNode row) {
        return act.what() == Act.What.REPLY
                ? row.path("parent_id").asString("").equals(act.target())
                : row.path("title").asString("").strip().equals(act.title().strip())
                        && RedditApi.bare(row.path("subreddit").asString(""))
                                .equals(RedditApi.bare(act.target()));
    }

    private Optional<Done> mail(Act act) {
        var mail = RedditActs.MAIL.matcher(act.target());
        if (!mail.matches()) {
            return Optional.empty();
        }
        var id = mail.group(1);
        var me = api.me();
        var page = api.line().ask(api.get("/api/mod/conversations/" + id)).json();
        for (var message : page.path("messages")) {
            var at = RedditModeration.time(message.path("date").asString(""));
            if (at != null
                    && !at.isBefore(act.at().minusSeconds(60))
                    && message.path("author").path("name").asString("").equalsIgnoreCase(me)
                    && message.path("bodyMarkdown")
                            .asString("")
                            .strip()
                            .equals(act.text().strip())) {
                return Optional.of(
                        new Done(
                                "modmail/%s/%s".formatted(id, message.path("id").asString("")),
                                "https://mod.reddit.com/mail/all/" + id));
            }
        }
        return Optional.empty();
    }
}
