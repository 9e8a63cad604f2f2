package org.folkmoot.sources.x;

import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// X's addresses (version 2), each with a limit of its own, and what of a post and a person is
/// asked for.
record XApi(Line line) {

    private static final String POST_FIELDS =
            "conversation_id,created_at,entities,id,lang,note_post,public_metrics,text";
    private static final String USER_FIELDS =
            "created_at,description,id,location,name,profile_image_url,public_metrics,url,username,verified";
    private static final String EXPANSIONS =
            "author_id,edit_history_post_ids,entities.mentions.username,in_reply_to_user_id,referenced_posts";

    /// @param lane the address without its numbers, as X counts by it
    Ask get(String path, String lane) {
        return signed(Ask.get(line.connection().address("base-url"), path)).lane(lane);
    }

    Ask posts(String path, String lane) {
        return get(path, lane)
                .query("post.fields", POST_FIELDS)
                .query("expansions", EXPANSIONS)
                .query("user.fields", USER_FIELDS);
    }

    Ask users(String path, String lane) {
        return get(path, lane).query("user.fields", USER_FIELDS);
    }

    Ask send(String method, String path, String lane) {
        return signed(Ask.of(method, line.connection().address("base-url"), path)).lane(lane);
    }

    private Ask signed(Ask ask) {
        return line.connection()
                .secret("token")
                .map(token -> ask.with("Authorization", "Bearer " + token))
                .orElse(ask);
    }

    /// The account that is connected: the one that is named, else the one whose token it is.
    JsonNode account() {
        var named = line.connection().setting("username").replaceFirst("^@", "");
        return line.ask(
                        named.isEmpty()
                                ? users("/2/users/me", "users/me")
                                : users(
                                        "/2/users/by/username/" + Ask.part(named),
                                        "users/by/username"))
                .json();
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("meta").path("next_token").asString("");
        return next.equals(before) ? "" : next;
    }
}
