package org.folkmoot.sources.x;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns X's answers into findings. A post is its number, one that was edited its first one: each
/// edit makes a new number.
final class XPosts {

    static final String SOURCE = "x";

    /// Where people read it.
    static final String SITE = "https://x.com";

    private final Finds finds;
    private final Map<String, String> named = new HashMap<>();

    XPosts(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "X", Markup.PLAIN));
    }

    void account(JsonNode user) {
        user(user);
        var handle = user.path("username").asString("");
        finds.add(
                Found.Place.of(SOURCE, user.path("id").asString(""), "@" + handle, Style.CHAT)
                        .about(null, SITE + "/" + handle));
    }

    /// People and posts of an answer, joined by its `includes`.
    ///
    /// @param place the account that is connected
    /// @param by who wrote all of it, where posts do not say; empty when that is not known
    void page(JsonNode page, String place, String by) {
        page.path("includes").path("users").forEach(this::user);
        page.path("data").forEach(post -> post(post, place, by));
        page.path("errors").forEach(this::error);
    }

    void user(JsonNode user) {
        var id = user.path("id").asString("");
        if (!XIds.is(id)) {
            return; // told of where it is missing: in its post
        }
        named.put(handle(user), id);
        finds.add(
                Person.of(SOURCE, id)
                        .with(Found.Field.NAME, user.path("name").asString(""))
                        .with(Found.Field.HANDLE, user.path("username").asString(""))
                        .with(Found.Field.X, user.path("username").asString(""))
                        .with(Found.Field.BIO, user.path("description").asString(""))
                        .with(Found.Field.LOCATION, user.path("location").asString(""))
                        .with(Found.Field.AVATAR, user.path("profile_image_url").asString(""))
                        .with(
                                Found.Field.URL,
                                user.path("username").asString("").isEmpty()
                                        ? null
                                        : SITE + "/" + user.path("username").asString("")));
    }

    void post(JsonNode post, String place) {
        post(post, place, "");
    }

    private void post(JsonNode post, String place, String by) {
        var id = post.path("id").asString("");
        var told = time(post.path("created_at").asString(""));
        var at = told == null ? XIds.made(id) : told;
        if (!XIds.is(id) || at == null) {
            finds.add(new Found.Refused("post", 0, "It has no id or no time.", post.toString()));
            return;
        }
        var first = first(post, id);
        var edited = first.equals(id) ? null : at;
        var share = XText.referenced(post, "retweeted", "reposted");
        var answered = XText.referenced(post, "replied_to");
        var quoted = XText.referenced(post, "quoted");
        var parent = share != null ? share : answered != null ? answered : quoted;
        var author = post.path("author_id").asString(by);
        finds.add(
                Deed.of(
                                SOURCE,
                                first,
                                answered != null && share == null
                                        ? Kind.REPLY
                                        : parent == null ? Kind.MESSAGE : Kind.SHARE,
                                author.isEmpty() ? null : author,
                                edited == null ? at : XIds.when(first, id, at))
                        .in(place)
                        .under(parent)
                        .saying(share == null ? XText.of(post) : null)
                        .at(SITE + "/i/status/" + first)
                        .edited(edited)
                        .mentioning(mentions(post))
                        .fact("language", post.path("lang").asString("")));
    }

    /// By number, or by a name that the same answer explains.
    private Set<String> mentions(JsonNode post) {
        var all = new LinkedHashSet<String>();
        for (var mention : post.path("entities").path("mentions")) {
            var id = mention.path("id").asString(named.getOrDefault(handle(mention), ""));
            if (XIds.is(id)) {
                all.add(id);
            }
        }
        return all;
    }

    private static String handle(JsonNode user) {
        return user.path("username").asString("").toLowerCase(Locale.ROOT);
    }

    /// The number that a post keeps.
    static String first(JsonNode post, String id) {
        var first = history(post).path(0).asString("");
        return XIds.is(first) ? first : id;
    }

    /// Both of X's names for it are read.
    private static JsonNode history(JsonNode post) {
        var posts = post.path("edit_history_post_ids");
        return posts.isArray() ? posts : post.path("edit_history_tweet_ids");
    }

    /// An answer may be good and still say of some things that they are not there.
    private void error(JsonNode error) {
        var id = error.path("resource_id").asString(error.path("value").asString(""));
        var kind = error.path("resource_type").asString("");
        if (error.path("type").asString("").endsWith("resource-not-found")) {
            if (XIds.is(id) && (kind.equals("tweet") || kind.equals("post"))) {
                gone(id);
            }
        } else {
            finds.add(
                    new Found.Refused(
                            kind.isEmpty() ? "answer" : kind,
                            0,
                            "X does not show it: %s."
                                    .formatted(error.path("title").asString("no reason given")),
                            error.toString()));
        }
    }

    void hidden(String what) {
        var why = "X does not show us the %s (403).".formatted(what);
        finds.add(new Found.Refused(what, 0, why, ""));
    }

    /// Posts that are known already: only what became of them.
    ///
    /// @return the latest numbers of those that were edited since
    List<String> again(JsonNode page) {
        page.path("errors").forEach(this::error);
        var later = new ArrayList<String>();
        for (var post : page.path("data")) {
            var last =
                    history(post).isEmpty()
                            ? ""
                            : history(post).path(history(post).size() - 1).asString("");
            if (XIds.is(last) && !last.equals(post.path("id").asString(""))) {
                later.add(last);
            }
        }
        return later;
    }

    void edited(JsonNode post) {
        var at = time(post.path("created_at").asString(""));
        if (at != null) {
            var id = first(post, post.path("id").asString(""));
            finds.add(new Found.Edit(SOURCE, id, XText.of(post), at));
        }
    }

    void gone(String id) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, null));
    }

    void followed(String who, String whom, Instant at, boolean inferred) {
        finds.add(
                Deed.of(SOURCE, "follow/%s/%s".formatted(whom, who), Kind.FOLLOW, who, at)
                        .inferred(inferred)
                        .in(whom));
    }

    void liked(String post, String who, Instant at) {
        finds.add(
                Deed.of(SOURCE, "%s/like/%s".formatted(post, who), Kind.REACTION, who, at)
                        .under(post)
                        .saying("heart"));
    }

    /// Null for what is no time.
    static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
