package org.folkmoot.sources.asana;

import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Asana's addresses. Which fields it shall tell is asked for each time, their names divided by
/// commas as they are.
record AsanaApi(Line line) {

    static final String PAGE = "100";
    static final String PROJECT = "name,notes,permalink_url,archived,workspace.name";
    static final String USER = "name,email,photo.image_128x128";
    static final String TASK =
            "name,notes,created_at,created_by,modified_at,completed,completed_at,due_on,due_at,permalink_url,"
                    + "resource_subtype,projects.name,likes.user.name";
    static final String STORY =
            "type,resource_subtype,text,created_at,created_by.name,is_edited,target.name,likes.user";

    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path));
    }

    /// @param fields what it shall tell
    Ask get(String path, String fields) {
        return get(path + "?opt_fields=" + fields);
    }

    Ask send(String method, String path, Map<String, Object> data) {
        var ask = Ask.of(method, line.connection().address("base-url"), path);
        return signed(ask).json(Map.of("data", data));
    }

    Ask delete(String path) {
        return signed(Ask.of("DELETE", line.connection().address("base-url"), path));
    }

    private Ask signed(Ask ask) {
        return ask.with("Authorization", "Bearer " + line.connection().token("token"))
                .with("Accept", "application/json");
    }

    /// What may be gone, or hidden from us.
    Reply perhaps(Ask ask) {
        return line.ask(ask.allowing(403, 404));
    }

    /// Whether the place in a list was refused: Asana forgets it after a while.
    static boolean forgotten(Reply reply, String offset) {
        return reply.status() == 400 && !offset.isEmpty();
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("next_page").path("offset").asString("");
        return next.equals(before) ? "" : next;
    }
}
