package org.folkmoot.sources.trello;

import static org.folkmoot.connectors.intake.JsonRows.textOrNull;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Finds out who made cards, where the cards do not say so themselves: a card and the action that
/// made it are of the same moment. What was found is kept by the card's id, and below an empty one
/// how far down the actions were read.
record TrelloMakers(TrelloApi api, TrelloAnswers answers) {

    private static final String REACHED = "";
    private static final String END = "0";

    /// Whether more must be asked before these cards can be told.
    static boolean missing(JsonNode cards, Map<String, String> makers) {
        var reached = makers.get(REACHED);
        return StreamSupport.stream(cards.spliterator(), false)
                .filter(card -> textOrNull(card, "idMemberCreator") == null)
                .map(card -> card.path("id").asString(""))
                .filter(id -> !makers.containsKey(id))
                .anyMatch(id -> reached == null || reached.compareTo(id) > 0);
    }

    /// A page of actions more.
    ///
    /// @param before all cards are below this id; empty when there is no such
    Map<String, String> more(String board, String before, Map<String, String> makers) {
        var from = makers.getOrDefault(REACHED, later(before));
        var made =
                api.perhaps(
                        api.get("/boards/%s/actions".formatted(board))
                                .query("before", from)
                                .query("filter", TrelloApi.MAKES)
                                .query("limit", "1000"));
        var all = new HashMap<>(makers);
        all.put(REACHED, END);
        if (made.status() == 200) {
            for (var action : made.json()) {
                if (TrelloPulls.makes(action)) {
                    answers.member(action.path("memberCreator"));
                    var who = textOrNull(action, "idMemberCreator");
                    if (who != null) {
                        all.putIfAbsent(TrelloPulls.card(action), who);
                    }
                }
            }
            var lowest = TrelloPulls.lowest(made.json(), from);
            all.put(REACHED, lowest.isEmpty() ? END : lowest);
        }
        return all;
    }

    /// An id as it would be given out two minutes later.
    private static String later(String id) {
        var made = TrelloAnswers.made(id);
        return made == null
                ? id
                : "%08x0000000000000000".formatted(made.plusSeconds(120).getEpochSecond());
    }
}
