package org.folkmoot.sources.x;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Statistic;
import tools.jackson.databind.JsonNode;

/// What X counts of an account and of its posts, as of today.
record XFigures(Instant now) {

    private static final Map<String, String> OF_ACCOUNT =
            Map.of(
                    "followers_count", "followers",
                    "following_count", "following",
                    "tweet_count", "posts",
                    "post_count", "posts",
                    "listed_count", "lists");

    private static final Map<String, String> OF_POST =
            Map.of(
                    "like_count", "likes",
                    "reply_count", "replies",
                    "retweet_count", "shares",
                    "repost_count", "shares",
                    "quote_count", "quotes",
                    "impression_count", "views");

    List<Statistic> account(JsonNode user) {
        var account = "@" + user.path("username").asString("");
        return counted(user, OF_ACCOUNT, Map.of("account", account));
    }

    /// Of our own posts among these.
    List<Statistic> posts(JsonNode page, String account) {
        var figures = new ArrayList<Statistic>();
        for (var post : page.path("data")) {
            if (post.path("author_id").asString("").equals(account)) {
                var id = XPosts.first(post, post.path("id").asString(""));
                figures.addAll(counted(post, OF_POST, Map.of("post", id)));
            }
        }
        return figures;
    }

    private List<Statistic> counted(
            JsonNode row, Map<String, String> names, Map<String, String> of) {
        var figures = new ArrayList<Statistic>();
        row.path("public_metrics")
                .forEachEntry(
                        (name, value) -> {
                            var known = names.get(name);
                            if (known != null && value.isNumber()) {
                                figures.add(
                                        new Statistic(
                                                LocalDate.ofInstant(now, ZoneOffset.UTC),
                                                known,
                                                of,
                                                value.decimalValue()));
                            }
                        });
        return figures;
    }
}
