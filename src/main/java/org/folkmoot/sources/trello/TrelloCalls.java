package org.folkmoot.sources.trello;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;

/// Trello's calls: signed over the body and the address that was called, named by the action's id.
/// Before it calls an address for the first time it asks with HEAD whether anybody is there.
record TrelloCalls() implements Listening {

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public boolean arranges() {
        return true;
    }

    @Override
    public boolean chooses() {
        return false;
    }

    /// One webhook for each board. Trello refuses a second one of the same, which is as good.
    @Override
    public Optional<Instant> arrange(Line line, String address) {
        var api = new TrelloApi(line);
        for (var board : new TrelloBoards(api).all()) {
            var made =
                    line.ask(
                            api.send(
                                            "POST",
                                            "/webhooks",
                                            Map.of(
                                                    "idModel",
                                                    board.path("id").asString(""),
                                                    "callbackURL",
                                                    called(line, address),
                                                    "description",
                                                    "Folkmoot",
                                                    "active",
                                                    "true"))
                                    .allowing(400));
            if (made.status() == 400 && !made.text().contains("already exists")) {
                throw new IllegalArgumentException(
                        "Trello did not take the webhook: %s. Can it reach %s?"
                                .formatted(TrelloActs.words(made), address));
            }
        }
        return Optional.of(Instant.MAX);
    }

    private static String called(Line line, String address) {
        var told = line.connection().setting("callback-url");
        return told.isEmpty() ? address : told;
    }

    /// Trello lists webhooks below the token that made them, which has no place in an address; so
    /// they are looked for among those of whoever it belongs to.
    @Override
    public void unlisten(Line line, String address) {
        var api = new TrelloApi(line);
        var tokens = line.ask(api.get("/members/me/tokens").query("webhooks", "true")).json();
        for (var token : tokens) {
            for (var webhook : token.path("webhooks")) {
                var id = webhook.path("id").asString("");
                if (webhook.path("callbackURL").asString("").equals(called(line, address))) {
                    line.ask(api.delete("/webhooks/" + Ask.part(id)).allowing(404));
                }
            }
        }
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        if (!call.method().equals("POST")) {
            return Heard.Answer.ok();
        }
        var given = call.header("X-Trello-Webhook");
        var right = false;
        for (var address : addresses(call, connection)) {
            right |=
                    Signature.of(
                                    "HmacSHA1",
                                    connection.token(secret()),
                                    call.body(),
                                    Signature.bytes(address))
                            .isBase64("", given);
        }
        if (!right) {
            return new Heard.Refuse("Its signature is not that of Trello.");
        }
        try {
            var id = call.json().path("action").path("id").asString("");
            return id.isEmpty() ? Heard.Answer.ok() : new Heard.Take(id);
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    /// The address as it was given to Trello: as told, else as we give it out, else as it was
    /// called.
    private static Set<String> addresses(Call call, Connection connection) {
        var told = connection.setting("callback-url");
        if (!told.isEmpty()) {
            return Set.of(told);
        }
        var all = new LinkedHashSet<>(Set.of(call.address()));
        for (var header : List.of("X-Forwarded-Host", "Host")) {
            for (var scheme : List.of("https", "http")) {
                all.add("%s://%s/hooks/%d".formatted(scheme, call.header(header), connection.id()));
            }
        }
        return all;
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var answers = new TrelloAnswers(finds);
        var cards = new TrelloCards(new TrelloApi(line), answers);
        var action = call.json().path("action");
        var id = action.path("data").path("action").path("id").asString("");
        answers.board(action.path("data").path("board"));
        switch (action.path("type").asString("")) {
            case "updateComment" -> {
                answers.member(action.path("memberCreator"));
                if (!id.isEmpty()) {
                    cards.comment(id);
                }
            }
            case "deleteComment" ->
                    answers.gone(id.isEmpty() ? null : id, JsonTimes.at(action, "date"));
            default -> {
                answers.action(action);
                if (TrelloPulls.concerns(action)) {
                    var made = TrelloPulls.makes(action);
                    cards.read(
                            TrelloPulls.card(action), made ? null : JsonTimes.at(action, "date"));
                }
            }
        }
    }
}
