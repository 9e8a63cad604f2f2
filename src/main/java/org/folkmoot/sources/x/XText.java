package org.folkmoot.sources.x;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a post says: all of a long one, with the addresses that it leads to instead of X's short
/// ones, and without X's escapes.
final class XText {

    private XText() {}

    static String of(JsonNode post) {
        for (var name : new String[] {"note_post", "note_tweet"}) {
            var note = post.path(name);
            if (!note.path("text").asString("").isEmpty()) {
                return plain(note.path("text").asString(""), note.path("entities"));
            }
        }
        return plain(post.path("text").asString(""), post.path("entities"));
    }

    static String plain(String text, JsonNode entities) {
        var whole = text;
        for (var url : entities.path("urls")) {
            var shortened = url.path("url").asString("");
            var leads = url.path("expanded_url").asString("");
            if (!shortened.isEmpty() && !leads.isEmpty()) {
                whole = whole.replace(shortened, leads);
            }
        }
        return whole.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /// Without what X itself changes: the names that a reply begins with, and spaces.
    static String without(String text) {
        return text.replaceFirst("^(@\\w{1,15}\\s+)+", "").strip();
    }

    /// What it answers, quotes or passes on; both of X's names for it are read.
    static @Nullable String referenced(JsonNode post, String... types) {
        for (var field : new String[] {"referenced_tweets", "referenced_posts"}) {
            for (var other : post.path(field)) {
                for (var type : types) {
                    if (other.path("type").asString("").equals(type)
                            && XIds.is(other.path("id").asString(""))) {
                        return other.path("id").asString("");
                    }
                }
            }
        }
        return null;
    }
}
