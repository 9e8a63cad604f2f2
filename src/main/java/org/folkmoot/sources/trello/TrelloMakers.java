package org.folkmoot.sources.trello;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Finds out who made cards: a card and the action that made it are of the same moment.
record TrelloMakers(TrelloApi api, TrelloAnswers answers) {

    /// Who made the cards of a page, where the cards do not say so themselves.
    Map<String, String> of(JsonNode page, String board) {
        var makers = new HashMap<String, String>();
        var ids = StreamSupport.stream(page.spliterator(), false).toList();
        var silent =
                ids.stream()
                        .filter(card -> TrelloAnswers.text(card, "idMemberCreator") == null)
                        .map(card -> card.path("id").asString(""))
                        .toList();
        var last = silent.stream().max(String::compareTo).orElse("");
        var first = silent.stream().min(String::compareTo).orElse("");
        var before = last.isEmpty() ? "" : moved(last, 120);
        while (!before.isEmpty()) {
            var made =
                    api.line()
                            .ask(
                                    api.get("/boards/%s/actions".formatted(board))
                                            .query("before", before)
                                            .query("filter", TrelloApi.MAKES)
                                            .query("limit", "1000"))
                            .json();
            for (var action : made) {
                if (TrelloPulls.makes(action)) {
                    answers.member(action.path("memberCreator"));
                    makers.putIfAbsent(
                            TrelloPulls.card(action), action.path("idMemberCreator").asString(""));
                }
            }
            var lowest = TrelloPulls.lowest(made, before);
            before =
                    lowest.compareTo(first) > 0 && !makers.keySet().containsAll(silent)
                            ? lowest
                            : "";
        }
        makers.values().removeIf(String::isEmpty);
        return makers;
    }

    /// An id as it would be given out so many seconds later.
    private static String moved(String id, int seconds) {
        var made = TrelloAnswers.made(id);
        return made == null
                ? id
                : "%08x0000000000000000".formatted(made.plusSeconds(seconds).getEpochSecond());
    }
}
