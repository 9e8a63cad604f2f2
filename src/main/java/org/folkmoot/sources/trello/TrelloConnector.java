package org.folkmoot.sources.trello;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// Boards of Trello.
@Component
final class TrelloConnector implements Connector {

    @Override
    public String platform() {
        return "trello";
    }

    @Override
    public String title() {
        return "Trello";
    }

    @Override
    public String words() {
        return "Members, cards, comments and votes of the boards that you choose.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On trello.com/power-ups/admin choose New, name it Folkmoot, and under API key choose Generate a new API key.",
                "Copy the API key and the Secret; then follow the link Token beside the key, allow it, and copy the token.",
                "Paste all three here, and name the boards unless it shall be all that you see.",
                "When it is connected, let Trello call us: with the button here, or by ./folkmoot source listen ID.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.MODERATE,
                Ability.TASKS);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list(
                        "boards",
                        "Boards",
                        "Their addresses, short links or ids, if it shall not be all open ones that the token sees."),
                Setting.words(
                        "callback-url",
                        "Address that Trello calls",
                        "Only if it reaches us by another address than it was given: Trello signs with the one it was given.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Trello has it.",
                        "https://api.trello.com/1"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "key",
                        "API key",
                        "Names the app of yours that asks. It is no use without the token."),
                Credential.needed(
                        "token",
                        "Token",
                        "With it we read the boards that you see, and write cards and comments when you do so here.",
                        "read, for boards, members, cards and comments",
                        "write, for webhooks, and to create cards and comments from here"),
                Credential.optional(
                        "webhook-secret",
                        "Secret of the app",
                        "Stands beside the API key. Trello signs its calls with it; without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new TrelloManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var boards = connection.list("boards");
        return boards.isEmpty() ? "Trello" : "Trello: " + String.join(", ", boards);
    }

    @Override
    public String look(Line line) {
        var boards = new TrelloBoards(new TrelloApi(line)).all();
        return boards.isEmpty()
                ? "Signed in; there is no board to read yet."
                : "%d boards, among them %s."
                        .formatted(boards.size(), boards.getFirst().path("name").asString("one"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new TrelloPulls(line).from(from);
    }

    @Override
    public Optional<Offering> offering() {
        return Optional.of(new TrelloOffers());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new TrelloCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new TrelloActs());
    }
}
