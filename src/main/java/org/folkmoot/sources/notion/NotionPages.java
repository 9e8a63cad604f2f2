package org.folkmoot.sources.notion;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single pages with what their blocks say, and the comments under them.
final class NotionPages {

    private static final int DEEPEST = 3;

    /// Longer pages are read to here.
    private static final int MOST_REQUESTS = 30;

    private static final int ENOUGH = 50_000;

    private final NotionApi api;
    private final NotionAnswers answers;
    private int requests;

    NotionPages(NotionApi api, NotionAnswers answers) {
        this.api = api;
        this.answers = answers;
    }

    /// @param page without what its blocks say
    void read(String id, JsonNode page) {
        var words = new ArrayList<String>();
        requests = 0;
        if (!page.path("in_trash").asBoolean(false)) {
            blocks(id, 1, words);
        }
        var text = String.join("\n", words);
        answers.page(page, text.length() > ENOUGH ? text.substring(0, ENOUGH) : text);
    }

    /// @return null when it is not there, or not for us
    @Nullable JsonNode look(String id) {
        var reply = api.perhaps(api.get("/v1/pages/" + id));
        return reply.status() == 200 ? reply.json() : null;
    }

    private void blocks(String id, int depth, List<String> words) {
        for (var next = ""; requests < MOST_REQUESTS; ) {
            requests++;
            var reply = api.perhaps(api.list("/v1/blocks/%s/children".formatted(id), next));
            if (reply.status() != 200) {
                return;
            }
            for (var block : reply.json().path("results")) {
                var line = NotionText.block(block);
                if (line != null) {
                    words.add("  ".repeat(depth - 1) + line);
                }
                if (depth < DEEPEST && goesOn(block)) {
                    blocks(block.path("id").asString(""), depth + 1, words);
                }
            }
            next = NotionApi.next(reply.json(), next);
            if (next.isEmpty()) {
                return;
            }
        }
    }

    /// A page within a page is a page of its own.
    private static boolean goesOn(JsonNode block) {
        return block.path("has_children").asBoolean(false)
                && !block.path("type").asString("").startsWith("child_");
    }

    /// @param at the page, or one of its blocks
    void comments(String at, String page) {
        for (var next = ""; ; ) {
            var reply = commented(at, next);
            if (reply.status() != 200) {
                return;
            }
            for (var comment : reply.json().path("results")) {
                answers.comment(comment, page);
            }
            next = NotionApi.next(reply.json(), next);
            if (next.isEmpty()) {
                return;
            }
        }
    }

    private Reply commented(String at, String next) {
        return api.perhaps(api.list("/v1/comments", next).query("block_id", at));
    }

    /// One that was read before: was it thrown away, and what was said of it since.
    void again(String id) {
        var page = look(id);
        if (page != null
                && page.path("in_trash").asBoolean(page.path("archived").asBoolean(false))) {
            answers.page(page, "");
        } else if (page != null) {
            comments(id, id);
        }
    }
}
