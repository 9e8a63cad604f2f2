package org.folkmoot.sources.hopin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
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
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

/// As JSON:API has it; [PlainHopinTests] is the other way.
class HopinConnectorTests extends ConnectorContract {

    private final Stage stage = new Stage(plain());
    private boolean asClient;

    HopinConnectorTests() {
        stage.event("evt1", "Summit", "ended", "2030-06-01T18:00:00Z", "2030-06-01T20:00:00Z");
        stage.event("evt2", "Idea", "draft", "2031-06-01T18:00:00Z", "2031-06-01T20:00:00Z");
        stage.event("evt3", "Coming", "live", "2031-04-01T18:00:00Z", "2031-04-01T20:00:00Z");
        stage.registration("reg1", "evt1", "Ada@example.org", "checked_in");
        stage.registration("reg2", "evt1", "grace@example.org", "confirmed");
        stage.registration("reg3", "evt1", "alan@example.org", "cancelled");
        stage.registration("reg4", "evt3", "grace@example.org", "confirmed");
    }

    boolean plain() {
        return false;
    }

    @Override
    protected Connector connector() {
        return new HopinConnector();
    }

    @Override
    protected Connection connection() {
        var whole = super.connection();
        if (!asClient) {
            return whole;
        }
        var settings = new HashMap<String, String>();
        connector().settings().forEach(s -> settings.put(s.name(), whole.setting(s.name())));
        return new Connection(7, settings, Map.of("client-secret", SECRET));
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return stage.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url", base, "token-url", base + "/v1/auth/token", "client-id", "client");
    }

    /// The contract has no parameters at all.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of(".*Query parameter 'page' is unexpected.*");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"error\":\"rate_limited\"}").with("Retry-After", "30");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(30);
    }

    @Test
    void eventsAreReadWithWhoRegisteredAndCame() {
        var all = all("");
        assertThat(ids(all))
                .containsExactly(
                        "event/evt1",
                        "event/evt3",
                        "registration/reg1",
                        "registration/reg1/attended",
                        "registration/reg2",
                        "registration/reg3",
                        "registration/reg4",
                        "session/ses1");
        assertThat(gone(all)).containsExactly("registration/reg3");
        assertThat(deed(all, "event/evt1"))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.EVENT_ORGANISED))
                .satisfies(d -> assertThat(d.at()).isEqualTo("2030-06-01T18:00:00Z"))
                .satisfies(d -> assertThat(d.place()).isEqualTo("org1"));
        assertThat(deed(all, "registration/reg1/attended"))
                .satisfies(d -> assertThat(d.who()).isEqualTo("ada@example.org"))
                .satisfies(d -> assertThat(d.at()).isEqualTo("2030-06-01T18:00:00Z"))
                .satisfies(d -> assertThat(d.inferred()).isTrue())
                .satisfies(d -> assertThat(d.parent()).isEqualTo("event/evt1"));
        assertThat(all)
                .anyMatch(f -> f instanceof Person p && p.fields().containsValue("Grace Hopper"));
    }

    @Test
    void aSecondRoundReadsWhatIsNearAndFindsWhatChanged() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(vendor().asked())
                .hasSize(5)
                .noneMatch(a -> a.path().startsWith("/v1/events/evt1"));
        stage.registration("reg5", "evt3", "late@example.org", "confirmed");
        stage.registrations.get(3).put("status", "cancelled");
        stage.events.get(2).put("name", "Coming soon");
        var third = all(second.next());
        assertThat(ids(third)).contains("registration/reg5");
        assertThat(gone(third)).contains("registration/reg4");
        assertThat(deed(third, "event/evt3").title()).isEqualTo("Coming soon");
    }

    @Test
    void aClientGetsItsTokensItself() {
        asClient = true;
        assertThat(pull("")).isInstanceOf(Pull.Caught.class);
        assertThat(vendor().asked().getFirst().body())
                .isEqualTo(
                        "grant_type=client_credentials&client_id=client&client_secret=" + SECRET);
        assertThat(vendor().asked().getLast().headers())
                .containsEntry("authorization", "Bearer access-1");
        assertThat(connector().wrongWith(connection())).isEmpty();
        assertThat(connector().wrongWith(new Connection(1, Map.of(), Map.of()))).isPresent();
    }

    private static Call call(String body) {
        return new Call("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Found> told(String body) {
        var basket = new Found.Basket();
        new HopinCalls().tell(call(body), line(), basket);
        return basket.all();
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var calls = new HopinCalls();
        assertThat(calls.keyed()).isTrue();
        assertThat(calls.hear(call("[]"), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        assertThat(calls.hear(call("{\"a\":"), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        assertThat(calls.hear(call("{}"), connection(), NOW)).isInstanceOf(Heard.Take.class);

        var pulled = all("");
        var created = told("{\"event\":\"registration.created\",\"data\":{\"id\":\"reg2\"}}");
        assertThat(pulled)
                .contains(deed(created, "registration/reg2"), deed(created, "event/evt1"));
        assertThat(
                        gone(
                                told(
                                        "{\"type\":\"registration.cancelled\",\"payload\":{\"registration\":{\"id\":\"reg4\"}}}")))
                .containsExactly("registration/reg4");
        var came =
                deed(
                        told(
                                "{\"event\":\"attendee.checked_in\",\"registration_id\":\"reg4\",\"occurred_at\":\"2031-04-01T18:05:00Z\"}"),
                        "registration/reg4/attended");
        assertThat(came.at()).isEqualTo("2031-04-01T18:05:00Z");
        assertThat(came.kind()).isEqualTo(Kind.ATTENDANCE);
        assertThat(gone(told("{\"event\":\"registration.updated\",\"data\":{\"id\":\"reg99\"}}")))
                .containsExactly("registration/reg99");
        assertThat(told("{\"event\":\"booth.visited\"}")).isEmpty();
        assertThatThrownBy(
                        () ->
                                told(
                                        "{\"event\":\"registration.created\",\"data\":{\"id\":\"../../events\"}}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void somebodyIsRegisteredAndFoundAgain() {
        var acts = connector().acting().orElseThrow();
        var wish =
                new Act(
                        "k",
                        Act.What.CONTACT,
                        "alan@example.org",
                        "",
                        "",
                        Map.of(
                                "event", "event/evt3",
                                "name", "Alan Turing",
                                "ticket", "tkt1",
                                "company", "Lantern"),
                        NOW);
        assertThat(acts.find(line(), wish)).isEmpty();
        var done = acts.act(line(), wish);
        assertThat(vendor().asked().getLast().path()).isEqualTo("/v1/events/evt3/registrations");
        var sent = vendor().asked().getLast().json().path("data");
        assertThat(sent.path("type").asString("")).isEqualTo("registration");
        assertThat(sent.path("attributes").toString())
                .isEqualTo(
                        "{\"email\":\"alan@example.org\",\"firstName\":\"Alan\",\"lastName\":\"Turing\",\"ticketId\":\"tkt1\",\"metadata\":{\"company\":\"Lantern\"}}");
        assertThat(done.id()).isEqualTo("registration/reg9");
        assertThat(acts.find(line(), wish)).contains(done);
        var refused =
                new Act(
                        "k",
                        Act.What.CONTACT,
                        "no@example.org",
                        "",
                        "",
                        Map.of("event", "evt3"),
                        NOW);
        assertThatThrownBy(() -> acts.act(line(), refused)).hasMessageContaining("No tickets left");
        var nowhere = new Act("k", Act.What.CONTACT, "a@example.org", "", "", Map.of(), NOW);
        assertThatThrownBy(() -> acts.act(line(), nowhere)).hasMessageContaining("for which");
    }
}
