package org.folkmoot.sources.trello;

/// What a target of an act is there: all of Trello's ids look alike, so it is asked.
///
/// @param list where a new card goes; empty when the target is a card or a comment
/// @param card the card, or that of the comment
record TrelloPlace(String list, String card, String comment) {

    /// @throws IllegalArgumentException when it is none of those
    static TrelloPlace of(TrelloApi api, String target) {
        if (!target.matches("\\w{8,32}")) {
            throw unknown();
        }
        var card = api.perhaps(api.get("/cards/" + target).query("fields", "id"));
        if (card.status() == 200) {
            return new TrelloPlace("", card.json().path("id").asString(target), "");
        }
        var list = api.perhaps(api.get("/lists/" + target).query("fields", "id"));
        if (list.status() == 200) {
            return new TrelloPlace(list.json().path("id").asString(target), "", "");
        }
        var lists =
                api.perhaps(
                        api.get("/boards/%s/lists".formatted(target))
                                .query("filter", "open")
                                .query("fields", "id"));
        if (lists.status() == 200 && !lists.json().isEmpty()) {
            return new TrelloPlace(lists.json().path(0).path("id").asString(""), "", "");
        }
        var action = api.perhaps(api.get("/actions/" + target));
        if (action.status() == 200) {
            return new TrelloPlace("", TrelloPulls.card(action.json()), target);
        }
        throw unknown();
    }

    String mustCard() {
        if (card.isEmpty()) {
            throw unknown();
        }
        return card;
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("Trello knows no such board, list, card or comment.");
    }
}
