package org.folkmoot.sources.reddit;

import java.time.Instant;
import java.util.Locale;
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

/// Turns Reddit's things into findings. A post is `t3_...`, a comment `t1_...`, everywhere.
/// A person is their name in lower case: it never changes, and deleted ones have none. What changes
/// by itself, such as votes, is left out: it would make a new version of a post each time.
final class RedditThings {

    static final String SOURCE = "reddit";

    /// Awaits a moderator's decision, so it is neither gone nor here.
    private static final Set<String> HELD = Set.of("automod_filtered", "reddit");

    /// AutoModerator, and Reddit's own filter, which has no name.
    private static final Set<String> MACHINES = Set.of("automoderator", "true");

    private static final Set<String> GONE = Set.of("[deleted]", "[removed]");

    private final Finds finds;

    RedditThings(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Reddit", Markup.MARKDOWN));
    }

    void subreddit(JsonNode about, String name) {
        finds.add(
                Found.Place.of(
                                SOURCE,
                                name,
                                "r/" + about.path("display_name").asString(name),
                                Style.FORUM)
                        .about(
                                filled(about, "public_description"),
                                RedditApi.SITE
                                        + "/r/"
                                        + about.path("display_name").asString(name)));
    }

    /// @param thing `{"kind": "t3", "data": {...}}`; whatever is neither post nor comment is left
    void thing(JsonNode thing) {
        var row = thing.path("data");
        switch (thing.path("kind").asString("")) {
            case "t3" -> said(row, "selftext");
            case "t1" -> said(row, "body");
            default -> {
                return; // "more" and what else a listing holds
            }
        }
    }

    /// @return how it is known everywhere: `t3_15bfi0`; empty for a thing without a name
    static String name(JsonNode thing) {
        var row = thing.path("data");
        var id = row.path("id").asString("");
        return row.path("name")
                .asString(id.isEmpty() ? "" : thing.path("kind").asString("") + "_" + id);
    }

    private void said(JsonNode row, String words) {
        var post = words.equals("selftext");
        var id = row.path("name").asString((post ? "t3_" : "t1_") + row.path("id").asString(""));
        var at = time(row.path("created_utc"));
        if (id.length() < 4 || at == null) {
            finds.add(
                    new Found.Refused(
                            post ? "post" : "comment",
                            0,
                            "It has no id or no time.",
                            row.toString()));
            return;
        }
        var text = filled(row, words);
        if (gone(row, text)) {
            gone(id);
            return;
        }
        var deed =
                Deed.of(SOURCE, id, post ? Kind.MESSAGE : Kind.REPLY, author(row, "author"), at)
                        .in(filled(row, "subreddit") == null ? null : place(row))
                        .under(post ? null : filled(row, "parent_id"))
                        .titled(filled(row, "title"))
                        .saying(text)
                        .at(url(row))
                        .edited(time(row.path("edited")))
                        .fact(
                                "link",
                                post && !row.path("is_self").asBoolean(true)
                                        ? filled(row, "url")
                                        : null)
                        .fact("flair", filled(row, "link_flair_text"))
                        .fact("distinguished", filled(row, "distinguished"));
        finds.add(deed);
    }

    private static String place(JsonNode row) {
        return RedditApi.bare(row.path("subreddit").asString(""));
    }

    /// What a moderator or its author took away. A text that is gone must not replace what we have.
    /// Only of posts Reddit says in a word by whom.
    private static boolean gone(JsonNode row, @Nullable String text) {
        var by = row.path("removed_by_category").asString("");
        return (!by.isEmpty() && !HELD.contains(by))
                || (text != null && GONE.contains(text))
                || (by.isEmpty()
                        && (row.path("removed").asBoolean(false)
                                || (!shutOut(row).isEmpty() && !MACHINES.contains(shutOut(row)))));
    }

    static boolean held(JsonNode row) {
        var by = row.path("removed_by_category").asString("");
        return HELD.contains(by) || (by.isEmpty() && MACHINES.contains(shutOut(row)));
    }

    /// Who took it away, as its moderators see it, if nobody let it in again.
    private static String shutOut(JsonNode row) {
        return row.path("approved").asBoolean(false)
                ? ""
                : row.path("banned_by").asString("").toLowerCase(Locale.ROOT);
    }

    void gone(String id) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, null));
    }

    private static @Nullable String url(JsonNode row) {
        var link = row.path("permalink").asString("");
        return link.startsWith("/") ? RedditApi.SITE + link : null;
    }

    /// Meets the person of that name; null for one who is no more.
    @Nullable String author(JsonNode row, String field) {
        return person(row.path(field).asString(""));
    }

    @Nullable String person(String name) {
        if (name.isBlank() || name.startsWith("[")) {
            return null;
        }
        var id = name.toLowerCase(Locale.ROOT);
        finds.add(
                Person.of(SOURCE, id)
                        .with(Found.Field.NAME, name)
                        .with(Found.Field.HANDLE, name)
                        .with(Found.Field.URL, RedditApi.SITE + "/user/" + name)
                        .flag(
                                Person.Flag.BOT,
                                id.equals("automoderator") || id.endsWith("-modteam")));
        return id;
    }

    /// Null for an absent, null or empty one.
    static @Nullable String filled(JsonNode row, String field) {
        var text = row.path(field).asString("");
        return text.isBlank() ? null : text;
    }

    /// Seconds, with or without a fraction, as a number or a text; `false` where there is none.
    static @Nullable Instant time(JsonNode seconds) {
        var text = seconds.isString() ? seconds.asString("").replaceFirst("\\..*$", "") : "";
        var whole =
                text.matches("\\d{1,12}")
                        ? Long.parseLong(text)
                        : seconds.isNumber() ? seconds.decimalValue().longValue() : 0;
        return whole > 0 ? Instant.ofEpochSecond(whole) : null;
    }
}
