package org.folkmoot.sources.asana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AsanaConnectorTests extends ConnectorContract {

    private final Office office = new Office();

    AsanaConnectorTests() {
        for (int n = 1; n <= 5; n++) {
            office.task("10" + n, n, "Task " + n);
        }
        office.task("101")
                .put("likes", List.of(Map.of("user", Map.of("gid", "32", "name", "Grace"))));
        office.story("201", "101", 11, "Like so");
        office.story("202", "101", 12, null);
        office.story("203", "101", 13, "Thank you");
        office.story("204", "105", 14, "Done");
        office.story("204").put("created_by", null);
    }

    @Override
    protected Connector connector() {
        return new AsanaConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return office.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                        429, "{\"errors\":[{\"message\":\"You have made too many requests.\"}]}")
                .with("Retry-After", "30");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(30);
    }

    @Test
    void tasksCommentsAndLikesAreReadOverAllPages() {
        var found = all("");
        assertThat(ids(found))
                .containsExactly(
                        "101", "101/like/32", "102", "103", "104", "105", "201", "203", "204");
        var task = deed(found, "101");
        assertThat(task.kind()).isEqualTo(Kind.ISSUE);
        assertThat(task.who()).isEqualTo("31");
        assertThat(task.place()).isEqualTo(Office.PROJECT);
        assertThat(task.edited()).isNull();
        assertThat(deed(found, "201").parent()).isEqualTo("101");
        assertThat(deed(found, "204").who()).isNull();
        assertThat(found)
                .filteredOn(
                        f -> f instanceof Person p && p.fields().containsValue("ada@example.org"))
                .isNotEmpty();
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var round = round("");
        vendor().forget();
        var again = round(round.next());
        assertThat(vendor().asked()).hasSize(3);
        assertThat(ids(again.found())).isEmpty();
    }

    @Test
    void whatIsNewChangedOrGoneIsToldByEvents() {
        var round = round("");
        office.task("106", 20, "One more");
        office.event("task", "106", "added", 20);
        office.story("205", "102", 21, "Late");
        office.event("story", "205", "added", 21);
        office.story("201").putAll(Map.of("text", "Otherwise", "is_edited", true));
        office.event("story", "201", "changed", 22);
        office.stories.remove("203");
        office.event("story", "203", "removed", 23);
        office.tasks.remove("104");
        office.event("task", "104", "deleted", 24);
        var next = round(round.next());
        assertThat(ids(next.found())).containsExactly("106", "201", "205");
        assertThat(deed(next.found(), "201").edited()).isEqualTo(Instant.parse(Office.time(22)));
        assertThat(deed(next.found(), "205").parent()).isEqualTo("102");
        assertThat(gone(next.found())).containsExactlyInAnyOrder("203", "104");
        assertThat(ids(all(next.next()))).isEmpty();
    }

    @Test
    void whenItsPlaceIsForgottenAllIsReadAgain() {
        var round = round("");
        office.story("206", "103", 25, "Meanwhile");
        office.forgetful = true;
        var next = round(round.next());
        assertThat(ids(next.found())).contains("206").containsAll(ids(round.found()));
        assertThat(ids(all(next.next()))).isEmpty();
    }

    @Test
    void aPlaceInAListThatIsForgottenIsLookedForAnew() {
        var at =
                new At(
                        At.Stage.TASKS,
                        List.of(),
                        List.of(Office.PROJECT),
                        "9",
                        List.of(),
                        Map.of(),
                        NOW);
        vendor().instead(
                        asked ->
                                asked.one("offset").equals("9")
                                        ? Vendor.Answer.of(
                                                400,
                                                "{\"errors\":[{\"message\":\"offset: Your pagination token has expired\"}]}")
                                        : null);
        assertThat(ids(all(Cursors.write(at)))).contains("101", "105", "204");
    }

    private Listening listening() {
        return connector().listening().orElseThrow();
    }

    private static Call call(String body, Map<String, String> headers) {
        return new Call("POST", Map.of(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Call signed(String body, String secret) {
        var hex = Signature.sha256(secret, Signature.bytes(body)).hex();
        return call(body, Map.of("x-hook-signature", hex));
    }

    private static Connection knowing(String secrets) {
        return new Connection(7, Map.of(), Map.of("webhook-secret", secrets));
    }

    @Test
    void theHandshakeBringsTheSecretAndIsAnsweredWithIt() {
        var heard = listening().hear(call("", Map.of("x-hook-secret", "b537")), knowing(""), NOW);
        assertThat(heard)
                .isEqualTo(
                        new Heard.Learn(
                                "b537",
                                new Heard.Answer(200, "", "", Map.of("X-Hook-Secret", "b537"))));
        assertThat(
                        listening()
                                .hear(
                                        call("", Map.of("x-hook-secret", "b537")),
                                        knowing("b537"),
                                        NOW))
                .isInstanceOf(Heard.Answer.class);
    }

    @Test
    void aCallIsBelievedWithTheSecretOfAnyOfItsWebhooks() {
        var body = "{\"events\":[{\"action\":\"added\",\"resource\":{\"gid\":\"101\"}}]}";
        var call = signed(body, "second");
        assertThat(listening().hear(call, knowing("first\nsecond"), NOW))
                .isEqualTo(new Heard.Take(call.header("X-Hook-Signature")));
        assertThat(listening().hear(call, knowing("first"), NOW)).isInstanceOf(Heard.Refuse.class);
        assertThat(listening().hear(call(body, Map.of()), knowing("first"), NOW))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(listening().hear(signed("{\"events\":[]}", "first"), knowing("first"), NOW))
                .isEqualTo(Heard.Answer.ok());
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var pulled = all("");
        office.event("task", "101", "changed", 30);
        office.event("story", "201", "added", 30);
        office.event("story", "777", "changed", 30);
        office.event("project", "20", "changed", 30);
        var body = JsonMapper.shared().writeValueAsString(Map.of("events", office.events));
        var finds = new Found.Basket();
        listening().tell(call(body, Map.of()), line(), finds);
        assertThat(finds.all()).contains(deed(pulled, "101"), deed(pulled, "201"));
        assertThat(gone(finds.all())).containsExactly("777");
    }

    @Test
    void aWebhookIsAskedForOnceForEachProject() {
        for (int n = 0; n < 2; n++) {
            assertThat(listening().arrange(line(), "https://hub.example.org/hooks/7/k"))
                    .contains(Instant.MAX);
        }
        assertThat(office.hooks).hasSize(1);
    }

    @Test
    void onlyOurOwnWebhooksAreTakenAway() {
        listening().arrange(line(), "https://hub.example.org/hooks/7/k");
        listening().arrange(line(), "https://hub.example.org/hooks/8/k");
        for (int n = 0; n < 2; n++) {
            listening().unlisten(line(), "https://hub.example.org/hooks/7/k");
            assertThat(office.hooks)
                    .singleElement()
                    .asString()
                    .contains("https://hub.example.org/hooks/8/k");
        }
    }

    private static Act act(
            Act.What what, String target, String title, String text, Map<String, String> more) {
        return new Act("k", what, target, title, text, more, Instant.parse(Office.time(49)));
    }

    @Test
    void aTaskIsMadeChangedAnsweredAndDeleted() {
        var acting = connector().acting().orElseThrow();
        var task =
                act(
                        Act.What.TASK,
                        Office.PROJECT,
                        "Call Grace",
                        "About keys",
                        Map.of("due", "2026-03-01"));
        assertThat(acting.find(line(), task)).isEmpty();
        var made = acting.act(line(), task);
        assertThat(vendor().asked().getLast().json().path("data").toString())
                .isEqualTo(
                        "{\"name\":\"Call Grace\",\"notes\":\"About keys\",\"due_on\":\"2026-03-01\",\"projects\":[\"20\"]}");
        assertThat(acting.find(line(), task)).contains(made);

        acting.act(
                line(),
                act(
                        Act.What.TASK,
                        made.id(),
                        "Call Grace today",
                        "",
                        Map.of("due", "2026-03-01T10:00:00Z")));
        assertThat(office.task(made.id()))
                .containsEntry("name", "Call Grace today")
                .containsEntry("due_at", "2026-03-01T10:00:00Z");

        var reply = act(Act.What.REPLY, "201", "", "So it is", Map.of());
        assertThat(acting.find(line(), reply)).isEmpty();
        var said = acting.act(line(), reply);
        assertThat(vendor().asked().getLast().path()).isEqualTo("/tasks/101/stories");
        assertThat(acting.find(line(), reply)).contains(said);

        acting.act(line(), act(Act.What.EDIT, said.id(), "", "So it was", Map.of()));
        assertThat(office.story(said.id())).containsEntry("text", "So it was");
        acting.act(line(), act(Act.What.DELETE, said.id(), "", "", Map.of()));
        assertThat(office.stories).doesNotContainKey(said.id());
    }

    @Test
    void aRefusalIsToldInItsWords() {
        vendor().instead(
                        asked ->
                                asked.method().equals("POST")
                                        ? Vendor.Answer.of(
                                                400,
                                                "{\"errors\":[{\"message\":\"name: Missing input\"}]}")
                                        : null);
        var acting = connector().acting().orElseThrow();
        assertThatThrownBy(
                        () ->
                                acting.act(
                                        line(),
                                        act(Act.What.TASK, Office.PROJECT, "x", "", Map.of())))
                .hasMessage("Asana did not take it: name: Missing input");
    }
}
