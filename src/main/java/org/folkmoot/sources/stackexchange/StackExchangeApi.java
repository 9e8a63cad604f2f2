package org.folkmoot.sources.stackexchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// The network's addresses. One API serves all sites; each request names its own.
record StackExchangeApi(Line line) {

    static final int PAGE = 100;

    private static final Set<String> BY_NAME =
            Set.of("stackoverflow", "serverfault", "superuser", "askubuntu", "stackapps");

    /// `tex.stackexchange.com`, also where only `tex` was given: the dump's source is named so.
    static String host(Connection connection) {
        var told =
                connection
                        .setting("site")
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .replaceFirst("[/?#].*$", "")
                        .replaceFirst("^www\\.", "");
        if (BY_NAME.contains(told) || told.endsWith(".stackoverflow")) {
            return told + ".com";
        }
        var name = !told.isEmpty() && (!told.contains(".") || told.endsWith(".meta"));
        return name ? told + ".stackexchange.com" : told;
    }

    String host() {
        return host(line.connection());
    }

    /// The app's key is no secret to Stack Exchange, and has no other place than the address.
    private Ask get(String path) {
        return Ask.get(line.connection().address("base-url"), path)
                .with("Accept", "application/json")
                .query("site", host())
                .query("key", line.connection().setting("key"));
    }

    JsonNode latest(String tag) {
        return ask(get("/questions").query("tagged", tag).query("sort", "activity"), "desc", 1, 1);
    }

    /// How many there are; its own filter of that name brings nothing else.
    long total(String tag) {
        return line.ask(get("/questions").query("tagged", tag).query("filter", "total"))
                .json()
                .path("total")
                .asLong(0);
    }

    /// By their last activity, which an answer or an edit moves.
    JsonNode questions(String tag, long since, int page) {
        return ask(
                get("/questions")
                        .query("tagged", tag)
                        .query("sort", "activity")
                        .query("min", since <= 0 ? "" : Long.toString(since)),
                "asc",
                page,
                PAGE);
    }

    JsonNode answers(List<Long> questions, int page) {
        var path = "/questions/%s/answers".formatted(joined(questions));
        return ask(get(path).query("sort", "creation"), "asc", page, PAGE);
    }

    JsonNode comments(List<Long> posts, int page) {
        var path = "/posts/%s/comments".formatted(joined(posts));
        return ask(get(path).query("sort", "creation"), "asc", page, PAGE);
    }

    /// Those of them that are there.
    JsonNode these(Recent.Kind kind, List<Long> ids) {
        var path = "/%s/%s".formatted(kind.path, joined(ids));
        return ask(get(path).query("sort", "creation"), "asc", 1, PAGE);
    }

    JsonNode people(List<Long> ids) {
        var path = "/users/%s".formatted(joined(ids));
        return ask(get(path).query("sort", "creation"), "asc", 1, PAGE);
    }

    private JsonNode ask(Ask ask, String order, int page, int size) {
        return line.ask(
                        ask.query("order", order)
                                .query("page", Integer.toString(page))
                                .query("pagesize", Integer.toString(size))
                                .query("filter", "withbody"))
                .json();
    }

    private static String joined(List<Long> ids) {
        return Ask.part(ids.stream().map(String::valueOf).collect(Collectors.joining(";")));
    }
}
