package org.folkmoot.sources.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

class SlackConnectorTests extends ConnectorContract {

    private final Workspace workspace = new Workspace();
    private String since = "";

    SlackConnectorTests() {
        say("1700000001.000100", "", "U1", "Hello");
        say("1700000002.000100", "1700000002.000100", "U2", "How do I rotate keys?");
        say("1700000003.000100", "1700000002.000100", "U1", "So");
        say("1700000004.000100", "1700000002.000100", "U2", "Thanks");
        say("1700000005.000100", "1700000002.000100", "U1", "Any time");
        say("1700000006.000100", "", "U1", "Bye");
    }

    private void say(String ts, String thread, String user, String text) {
        workspace.messages.add(new Workspace.Said("C1", ts, thread, user, text));
    }

    @Override
    protected Connector connector() {
        return new SlackConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return workspace.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "since", since);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"ok\":false,\"error\":\"ratelimited\"}")
                .with("Retry-After", "30");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(30);
    }

    @Test
    void channelsAreReadWithTheirThreads() {
        assertThat(ids(all("")))
                .containsExactly(
                        "C1/1700000001.000100",
                        "C1/1700000002.000100",
                        "C1/1700000003.000100",
                        "C1/1700000004.000100",
                        "C1/1700000005.000100",
                        "C1/1700000006.000100");
        assertThat(vendor().asked()).noneMatch(a -> a.one("channel").equals("C2"));
    }

    @Test
    void laterOnlyTheLastDaysAreRead() {
        var first = round("");
        say("1700900000.000100", "", "U1", "Much later");
        assertThat(ids(round(first.next()).found())).contains("C1/1700900000.000100");
        vendor().forget();
        var third = round(round(first.next()).next());
        assertThat(ids(third.found())).containsExactly("C1/1700900000.000100");
        assertThat(vendor().asked()).noneMatch(a -> a.path().equals("/users.list"));
    }

    @Test
    void itsManifestIsJsonWithAndWithoutAnAddress() {
        var without = JsonMapper.shared().readTree(connector().manifest(""));
        assertThat(without.path("oauth_config").path("scopes").path("bot")).hasSize(9);
        assertThat(without.has("settings")).isFalse();
        assertThat(
                        JsonMapper.shared()
                                .readTree(connector().manifest("https://moot.example/hooks/7"))
                                .at("/settings/event_subscriptions/request_url")
                                .asString())
                .isEqualTo("https://moot.example/hooks/7");
    }

    @Test
    void noIsSaidWithTwoHundred() {
        vendor().instead(_ -> Vendor.Answer.of(200, "{\"ok\":false,\"error\":\"token_revoked\"}"));
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class);
        vendor().instead(_ -> Vendor.Answer.of(200, "{\"ok\":false,\"error\":\"fatal_error\"}"));
        assertThat(pull("")).isInstanceOf(Pull.Unreachable.class);
    }

    private Call call(String body, Instant at) {
        var time = Long.toString(at.getEpochSecond());
        var signed =
                Signature.of("HmacSHA256", SECRET, Signature.bytes("v0:" + time + ":" + body))
                        .hex();
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-slack-request-timestamp", time, "x-slack-signature", "v0=" + signed),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private Heard hear(Call call) {
        return new SlackCalls().hear(call, connection(), NOW);
    }

    @Test
    void itsHandshakeIsAnsweredAndOldOrForgedCallsAreRefused() {
        var hello = "{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}";
        assertThat(hear(call(hello, NOW))).isEqualTo(new Heard.Answer(200, "text/plain", "3eZb"));
        assertThat(hear(call(hello, NOW.minusSeconds(301)))).isInstanceOf(Heard.Refuse.class);
        var forged =
                new Call(
                        "POST", Map.of(), call(hello, NOW).headers(), Signature.bytes(hello + " "));
        assertThat(hear(forged)).isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call("{\"type\":\"event_callback\",\"event_id\":\"Ev1\"}", NOW)))
                .isEqualTo(new Heard.Take("Ev1"));
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var basket = new Found.Basket();
        new SlackCalls()
                .tell(
                        call(
                                """
                                {"type":"event_callback","team_id":"T1","event_id":"Ev1","event":
                                 {"type":"message","channel":"C1","channel_type":"channel","user":"U1","text":"Hello","ts":"1700000001.000100"}}
                                """,
                                NOW),
                        line(),
                        basket);
        var pulled =
                all("").stream()
                        .filter(f -> f instanceof Deed d && d.id().equals("C1/1700000001.000100"))
                        .map(Deed.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(basket.all(Deed.class))
                .singleElement()
                .satisfies(d -> assertThat(d.source()).isEqualTo(pulled.source()))
                .satisfies(d -> assertThat(d.id()).isEqualTo(pulled.id()))
                .satisfies(d -> assertThat(d.text()).isEqualTo(pulled.text()));
    }

    @Test
    void whatWasPostedIsFoundAgain() {
        var act =
                new Act(
                        "k",
                        Act.What.REPLY,
                        "C1/1700000002.000100",
                        "",
                        "1 < 2 & so on",
                        Map.of(),
                        Instant.parse("2026-01-01T00:00:00Z"));
        var acts = connector().acting().orElseThrow();
        assertThat(acts.find(line(), act)).isEmpty();
        var done = acts.act(line(), act);
        assertThat(workspace.posted)
                .singleElement()
                .satisfies(p -> assertThat(p).containsEntry("text", "1 &lt; 2 &amp; so on"));
        assertThat(acts.find(line(), act)).contains(done);
    }

    @Test
    void deletionsAreFoundAndOnceADayLateReplies() {
        say("1701000000.000100", "", "U1", "Ten days later");
        var first = round("");
        workspace.messages.removeIf(m -> m.text().equals("Ten days later"));
        say("1701000001.000100", "", "U2", "So it goes");
        say("1701000002.000100", "1700000002.000100", "U2", "A late reply");
        var second = round(first.next());
        assertThat(second.found())
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .containsExactly("C1/1701000000.000100");
        assertThat(ids(second.found())).doesNotContain("C1/1701000002.000100");
        var aDayLater = second.next().replaceFirst("\"people\":[^,]*", "\"people\":null");
        assertThat(ids(round(aDayLater).found())).contains("C1/1701000002.000100");
    }

    @Test
    void aReplyThatAllShallSeeLeadsToItsThread() {
        var first = round("");
        vendor().forget();
        vendor().instead(
                        a ->
                                a.path().equals("/conversations.history")
                                        ? Vendor.Answer.of(
                                                200,
                                                """
                                                {"ok":true,"messages":[{"type":"message","subtype":"thread_broadcast","user":"U1","text":"All",
                                                 "ts":"1701000000.000100","thread_ts":"1600000000.000100"}],"response_metadata":null}
                                                """)
                                        : null);
        round(first.next());
        assertThat(vendor().asked())
                .anyMatch(
                        a ->
                                a.path().equals("/conversations.replies")
                                        && a.one("ts").equals("1600000000.000100"));
    }

    @Test
    void historyIsReadFromTheDayThatWasChosen() {
        since = "2023-11-14";
        round("");
        assertThat(vendor().asked())
                .filteredOn(a -> a.path().equals("/conversations.history"))
                .allMatch(a -> a.one("oldest").equals("1699920000.000000"));
    }

    private List<Found> told(String event) {
        var basket = new Found.Basket();
        new SlackCalls()
                .tell(
                        call(
                                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":%s}"
                                        .formatted(event),
                                NOW),
                        line(),
                        basket);
        return basket.all();
    }

    @Test
    void onlyRealEditsAreEdits() {
        var changed =
                """
                {"type":"message","subtype":"message_changed","channel":"C1","channel_type":"channel","ts":"1700000009.000100",
                 "message":{"type":"message","user":"U1","text":"%s","ts":"1700000001.000100"},
                 "previous_message":{"type":"message","user":"U1","text":"Hello","ts":"1700000001.000100"}}
                """;
        assertThat(told(changed.formatted("Hello"))).noneMatch(Found.Edit.class::isInstance);
        assertThat(told(changed.formatted("Hello!"))).anyMatch(Found.Edit.class::isInstance);
        assertThat(
                        ids(
                                told(
                                        """
                                        {"type":"message","subtype":"message_replied","channel":"C1","ts":"1700000009.000100",
                                         "message":{"ts":"1700000001.000100","reply_count":1}}
                                        """)))
                .isEmpty();
    }

    @Test
    void whoComesIntoTheWorkspaceJoins() {
        assertThat(
                        told(
                                """
                                {"type":"team_join","event_ts":"1700000001.000000","user":{"id":"U7","name":"zoe","profile":null}}
                                """))
                .anyMatch(
                        f ->
                                f instanceof Person p
                                        && Instant.ofEpochSecond(1700000001).equals(p.joined()));
    }

    @Test
    void whatMayHaveBeenPostedAllTheSameIsNotRefused() {
        var act =
                new Act(
                        "k",
                        Act.What.POST,
                        "C1",
                        "",
                        "See https://ada.org 🎉",
                        Map.of(),
                        NOW.minusSeconds(100));
        var acts = connector().acting().orElseThrow();
        vendor().instead(_ -> Vendor.Answer.of(200, "{\"ok\":false,\"error\":\"internal_error\"}"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> acts.act(line(), act)))
                .isInstanceOf(org.folkmoot.sources.Stop.class);
        vendor().instead(_ -> Vendor.Answer.of(200, "{\"ok\":false,\"error\":\"msg_too_long\"}"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> acts.act(line(), act)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("msg_too_long");
        vendor().instead(null);
        say(
                "1930298400.000100",
                "",
                "U9",
                "See &lt;https://ada.org&gt; :tada:".replace("&lt;", "<").replace("&gt;", ">"));
        assertThat(acts.find(line(), act)).isPresent();
    }
}
