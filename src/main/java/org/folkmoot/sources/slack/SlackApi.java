package org.folkmoot.sources.slack;

import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Slack's methods; each has a limit of its own.
record SlackApi(Line line) {

    Ask get(String method) {
        return signed(Ask.get(line.connection().address("base-url"), "/" + method)).lane(method);
    }

    Ask post(String method, Map<String, String> body) {
        var base = line.connection().address("base-url");
        return signed(Ask.of("POST", base, "/" + method)).lane(method).json(body);
    }

    /// For methods whose times must not be read as numbers.
    Ask form(String method, Map<String, String> fields) {
        var base = line.connection().address("base-url");
        return signed(Ask.of("POST", base, "/" + method)).lane(method).form(fields);
    }

    private Ask signed(Ask ask) {
        return ask.with("Authorization", "Bearer " + line.connection().token("token"));
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("response_metadata").path("next_cursor").asString("");
        return next.equals(before) ? "" : next;
    }

    /// As it was before Slack put links into brackets and emoji into words.
    static String plain(String text) {
        var bare =
                text.replaceAll("<[^>|]*\\|([^>]*)>", "$1")
                        .replaceAll("<((?:https?|mailto):[^>]*)>", "$1");
        var words =
                bare.replaceAll(":[\\w+-]+:|[\\p{So}\\p{Sk}\\x{200D}\\x{FE0F}]", "")
                        .replaceAll("\\s+", " ")
                        .strip();
        return words.isEmpty() ? bare.strip() : words;
    }

    /// As Slack wants its three signs written.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
