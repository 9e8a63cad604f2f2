package org.folkmoot.sources.trello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrelloConnectorTests extends ConnectorContract {

    private final Boards boards = new Boards();
    private final String first = boards.card(100, "Rotate keys");
    private final String second = boards.card(200, "Say hello");
    private final String comment = boards.comment(300, first, "Like so");

    TrelloConnectorTests() {
        for (int n = 0; n < 8; n++) {
            boards.card(400 + n * 10L, "Card " + n);
        }
        boards.comment(600, second, "Hello");
        boards.action(700, "voteOnCard", Map.of("card", Map.of("id", first), "voted", true));
    }

    @Override
    protected Connector connector() {
        return new TrelloConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers())
                .containsEntry(
                        "authorization",
                        "OAuth oauth_consumer_key=\"%s\", oauth_token=\"%s\""
                                .formatted(SECRET, SECRET));
        return boards.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "callback-url", "");
    }

    /// It knows the older form alone: key and token in the address, where they do not belong.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of(
                ".*Query parameter '(key|token)' is required.*",
                ".*Query parameter 'webhooks' is unexpected.*");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                429,
                "{\"error\":\"API_TOKEN_LIMIT_EXCEEDED\",\"message\":\"Rate limit exceeded\"}");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(10);
    }

    @Test
    void cardsCommentsAndVotesAreReadOverAllPages() {
        var found = all("");
        assertThat(ids(found)).hasSize(13).contains(first, second, comment);
        var card = deed(found, first);
        assertThat(card.kind()).isEqualTo(Kind.ISSUE);
        assertThat(card.who()).isEqualTo(Boards.ADA.get("id"));
        assertThat(card.at()).isEqualTo(Instant.ofEpochSecond(1_700_000_100L));
        assertThat(card.place()).isEqualTo(Boards.BOARD);
        assertThat(deed(found, comment).parent()).isEqualTo(first);
        assertThat(deed(found, comment).url())
                .isEqualTo("https://trello.com/c/sh0rt#comment-" + comment);
        assertThat(deed(found, first + "/vote/" + Boards.ADA.get("id")).kind())
                .isEqualTo(Kind.VOTE);
        assertThat(found)
                .filteredOn(f -> f instanceof Person p && p.fields().containsValue("Ada"))
                .isNotEmpty();
    }

    @Test
    void everyPageSizeGivesTheSameAndSoDoesGoingOnAnywhere() {
        var whole = ids(all(""));
        for (int size = 1; size < 20; size++) {
            boards.page = size;
            assertThat(ids(all(""))).isEqualTo(whole);
        }
        boards.page = 3;
        for (var cursor = ""; ; ) {
            var caught = (Pull.Caught) pull(cursor);
            if (!caught.more()) {
                break;
            }
            cursor = caught.next();
            assertThat(whole).containsAll(ids(all(cursor)));
        }
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var round = round("");
        vendor().forget();
        var again = round(round.next());
        assertThat(vendor().asked()).hasSizeLessThanOrEqualTo(2);
        assertThat(ids(again.found())).isSubsetOf(ids(round.found()));
    }

    @Test
    void whatIsNewChangedOrGoneIsFoundAgain() {
        var round = round("");
        var late = boards.comment(800, first, "One more thing");
        boards.card(second).put("name", "Say goodbye");
        boards.action(
                900,
                "updateCard",
                Map.of("card", Map.of("id", second), "old", Map.of("name", "Say hello")));
        var made = boards.card(1000, "A new one");
        boards.actions.remove(Boards.id(600, 0xa));
        var found = round(round.next());
        assertThat(ids(found.found())).contains(late, made);
        assertThat(deed(found.found(), second).title()).isEqualTo("Say goodbye");
        assertThat(deed(found.found(), second).edited())
                .isEqualTo(Instant.ofEpochSecond(1_700_000_900L));
        assertThat(deed(found.found(), second).who()).isEqualTo(Boards.ADA.get("id"));
        assertThat(gone(found.found())).containsExactly(Boards.id(600, 0xa));

        boards.cards.remove(second);
        boards.action(1100, "deleteCard", Map.of("card", Map.of("id", second)));
        assertThat(gone(all(found.next()))).contains(second);
    }

    @Test
    void nothingIsAskedWhenTheirCountIsUsedUp() {
        vendor().instead(asked -> boards.answer(asked).with("x-rate-limit-api-key-remaining", "0"));
        var line = line();
        connector().pull(line, "");
        vendor().forget();
        assertThatThrownBy(() -> connector().pull(line, "")).hasNoCause();
        assertThat(vendor().asked()).isEmpty();
    }

    @Test
    void aBoardThatIsNotThereIsTold() {
        vendor().instead(
                        asked ->
                                asked.path().startsWith("/boards/")
                                        ? Vendor.Answer.of(404, "board not found")
                                        : null);
        assertThat(all("")).noneMatch(Deed.class::isInstance);
    }

    private Call call(String body, String address, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put(
                "x-trello-webhook",
                Signature.of("HmacSHA1", SECRET, Signature.bytes(body), Signature.bytes(address))
                        .base64());
        return new Call("POST", Map.of(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private Heard hear(Call call) {
        return connector().listening().orElseThrow().hear(call, connection(), NOW);
    }

    @Test
    void aCallIsBelievedOnlyWithTheRightSignatureForThisAddress() {
        var body = "{\"action\":{\"id\":\"%s\"},\"model\":{}}".formatted(comment);
        var here = Map.of("host", "hub.example.org");
        assertThat(hear(call(body, "https://hub.example.org/hooks/7", here)))
                .isEqualTo(new Heard.Take(comment));
        assertThat(hear(call(body, "https://hub.example.org/hooks/8", here)))
                .isInstanceOf(Heard.Refuse.class);
        var wrong = call(body + " ", "https://hub.example.org/hooks/7", here).headers();
        assertThat(hear(new Call("POST", Map.of(), wrong, body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(hear(new Call("HEAD", Map.of(), Map.of(), new byte[0])))
                .isEqualTo(Heard.Answer.ok());
    }

    private List<Found> told(String id) {
        var action = boards.actions.get(id);
        var body =
                JsonMapper.shared().writeValueAsString(Map.of("action", action, "model", Map.of()));
        var finds = new Found.Basket();
        connector().listening().orElseThrow().tell(call(body, "", Map.of()), line(), finds);
        return finds.all();
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var pulled = all("");
        assertThat(told(comment)).contains(deed(pulled, comment));
        assertThat(told(Boards.id(100, 0xa))).contains(deed(pulled, first));
        var vote = first + "/vote/" + Boards.ADA.get("id");
        assertThat(told(Boards.id(700, 0xa))).contains(deed(pulled, vote));
        var deleted = boards.action(800, "deleteComment", Map.of("action", Map.of("id", comment)));
        assertThat(gone(told(deleted))).containsExactly(comment);
        boards.action(comment)
                .put("data", Map.of("text", "Otherwise", "dateLastEdited", Boards.time(810)));
        var edited = boards.action(810, "updateComment", Map.of("action", Map.of("id", comment)));
        assertThat(deed(told(edited), comment).text()).isEqualTo("Otherwise");
    }

    @Test
    void aWebhookIsAskedForOnceForEachBoard() {
        var listening = connector().listening().orElseThrow();
        for (int n = 0; n < 2; n++) {
            assertThat(listening.arrange(line(), "https://hub.example.org/hooks/7"))
                    .contains(Instant.MAX);
        }
        assertThat(boards.hooks)
                .singleElement()
                .isEqualTo(
                        Map.of(
                                "idModel", Boards.BOARD,
                                "callbackURL", "https://hub.example.org/hooks/7",
                                "description", "Folkmoot",
                                "active", "true"));
    }

    @Test
    void onlyOurOwnWebhooksAreTakenAway() {
        var listening = connector().listening().orElseThrow();
        listening.arrange(line(), "https://hub.example.org/hooks/7");
        listening.arrange(line(), "https://hub.example.org/hooks/12");
        for (int n = 0; n < 2; n++) {
            listening.unlisten(line(), "https://hub.example.org/hooks/7");
            assertThat(boards.hooks)
                    .singleElement()
                    .asString()
                    .contains("https://hub.example.org/hooks/12");
        }
    }

    private static Act act(Act.What what, String target, String title, String text) {
        return new Act(
                "k", what, target, title, text, Map.of(), Instant.ofEpochSecond(1_700_001_000L));
    }

    @Test
    void aCardIsMadeChangedAnsweredAndPutAway() {
        var acting = connector().acting().orElseThrow();
        var task = act(Act.What.TASK, Boards.BOARD, "Call Grace", "About the keys");
        assertThat(acting.find(line(), task)).isEmpty();
        var made = acting.act(line(), task);
        assertThat(vendor().asked().getLast().body())
                .isEqualTo(
                        "{\"idList\":\"%s\",\"name\":\"Call Grace\",\"desc\":\"About the keys\"}"
                                .formatted(Boards.LIST));
        assertThat(acting.find(line(), task)).contains(made);

        var change = act(Act.What.TASK, made.id(), "Call Grace today", "");
        acting.act(line(), change);
        assertThat(boards.cards.get(made.id())).containsEntry("name", "Call Grace today");

        var reply = act(Act.What.REPLY, comment, "", "Thank you");
        var said = acting.act(line(), reply);
        assertThat(vendor().asked().getLast().path())
                .isEqualTo("/cards/%s/actions/comments".formatted(first));
        assertThat(acting.find(line(), reply)).contains(said);

        acting.act(line(), act(Act.What.HIDE, made.id(), "", ""));
        assertThat(boards.cards.get(made.id())).containsEntry("closed", "true");
        acting.act(line(), act(Act.What.DELETE, comment, "", ""));
        assertThat(boards.actions).doesNotContainKey(comment);
        assertThatThrownBy(() -> acting.act(line(), act(Act.What.REPLY, "nowhere0", "", "Hm")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such");
    }

    @Test
    void aRefusalIsToldInItsWords() {
        vendor().instead(
                        asked ->
                                asked.method().equals("POST")
                                        ? Vendor.Answer.of(400, "invalid value for name")
                                        : null);
        var acting = connector().acting().orElseThrow();
        assertThatThrownBy(() -> acting.act(line(), act(Act.What.TASK, Boards.LIST, "", "x")))
                .hasMessage("Trello did not take it: invalid value for name.");
    }
}
