package org.folkmoot.sources.trello;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Which boards are read: those that were named, else all open ones of whoever's token it is.
record TrelloBoards(TrelloApi api) {

    private static final String FIELDS = "name,desc,url,shortLink,closed";

    List<JsonNode> all() {
        var named = named();
        var all = new ArrayList<JsonNode>();
        if (named.isEmpty()) {
            all.addAll(open());
        }
        for (var name : named) {
            var reply = api.perhaps(api.get("/boards/" + name).query("fields", FIELDS));
            if (reply.status() == 200) {
                all.add(reply.json());
            }
        }
        all.removeIf(board -> !board.path("id").asString("").matches("\\w+"));
        return all;
    }

    /// All open ones.
    List<JsonNode> open() {
        var all = new ArrayList<JsonNode>();
        api.line()
                .ask(api.get("/members/me/boards").query("filter", "open").query("fields", FIELDS))
                .json()
                .forEach(all::add);
        return all;
    }

    /// What was named and is not there.
    List<String> missing(List<JsonNode> found) {
        return named().stream()
                .filter(
                        name ->
                                found.stream()
                                        .noneMatch(
                                                board ->
                                                        board.path("id").asString("").equals(name)
                                                                || board.path("shortLink")
                                                                        .asString(name)
                                                                        .equals(name)))
                .toList();
    }

    /// By id, short link or address.
    private List<String> named() {
        return api.line().connection().list("boards").stream()
                .map(name -> name.replaceFirst("^.*/b/", "").replaceFirst("/.*$", ""))
                .filter(name -> name.matches("\\w+"))
                .toList();
    }
}
