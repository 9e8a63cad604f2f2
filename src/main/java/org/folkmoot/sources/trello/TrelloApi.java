package org.folkmoot.sources.trello;

import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;

/// Trello's addresses. Key and token go into a header, although Trello would also take them in the
/// address, where they would stand in every log on the way.
record TrelloApi(Line line) {

    /// Of cards and members all is asked for: a name that Trello does not know would be refused.
    static final String ALL = "all";

    /// What makes a card.
    static final String MAKES = "createCard,copyCard,convertToCardFromCheckItem,emailCard";

    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path));
    }

    Ask send(String method, String path, Map<String, String> body) {
        return signed(Ask.of(method, line.connection().address("base-url"), path)).json(body);
    }

    Ask delete(String path) {
        return signed(Ask.of("DELETE", line.connection().address("base-url"), path));
    }

    private Ask signed(Ask ask) {
        var connection = line.connection();
        return ask.with(
                "Authorization",
                "OAuth oauth_consumer_key=\"%s\", oauth_token=\"%s\""
                        .formatted(connection.token("key"), connection.token("token")));
    }

    /// Trello says of an id that is none of its own 400, of one that is there no more 404.
    Reply perhaps(Ask ask) {
        return line.ask(ask.allowing(400, 404));
    }
}
