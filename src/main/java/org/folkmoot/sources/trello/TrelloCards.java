package org.folkmoot.sources.trello;

import static org.folkmoot.connectors.intake.JsonRows.textOrNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads single cards and comments, and whether they are still there.
record TrelloCards(TrelloApi api, TrelloAnswers answers) {

    /// @param edited when it was last changed
    void read(String id, @Nullable Instant edited) {
        var card = api.perhaps(api.get("/cards/" + id).query("fields", TrelloApi.ALL));
        if (card.status() == 404) {
            answers.gone(id, null);
        } else if (card.status() == 200) {
            var told = textOrNull(card.json(), "idMemberCreator");
            answers.card(card.json(), told == null ? maker(id) : told, edited);
        }
    }

    private @Nullable String maker(String id) {
        var made =
                api.perhaps(
                        api.get("/cards/%s/actions".formatted(id))
                                .query("filter", TrelloApi.MAKES)
                                .query("limit", "1000"));
        if (made.status() != 200) {
            return null;
        }
        String who = null;
        for (var action : made.json()) {
            if (TrelloPulls.makes(action) && TrelloPulls.card(action).equals(id)) {
                answers.member(action.path("memberCreator"));
                who = textOrNull(action, "idMemberCreator");
            }
        }
        return who;
    }

    /// A comment that was changed, or is not where it was.
    void comment(String id) {
        var action = api.perhaps(api.get("/actions/" + id));
        if (action.status() == 404) {
            answers.gone(id, null);
        } else if (action.status() == 200) {
            answers.action(action.json());
        }
    }
}
