package org.folkmoot.sources.meetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class MeetupConnectorTests extends ConnectorContract {

    private final Town town = new Town();
    private final Map<String, Object> coming;
    private boolean signsIn;

    MeetupConnectorTests() {
        town.member("1", "Ada", "2029-01-01T00:00:00Z");
        town.member("2", "Grace", "2029-02-01T00:00:00Z");
        town.member("3", "Alan", "2029-03-01T00:00:00Z");
        town.event("100", "Spring", "PAST", "2030-05-01T18:00:00+02:00");
        town.event("101", "Off", "CANCELLED", "2031-03-05T18:00:00+01:00");
        town.event("102", "Coming", "ACTIVE", "2031-04-01T18:00:00+02:00");
        town.event("103", "Idea", "DRAFT", "2031-05-01T18:00:00+02:00");
        town.rsvp("100", "1", "ATTENDED", "2030-05-01T20:00:00+02:00");
        town.rsvp("100", "2", "NO_SHOW", "2030-04-30T18:00:00+02:00");
        town.rsvp("100", "", "YES", "2030-04-30T18:00:00+02:00");
        coming = town.rsvp("102", "2", "YES", "2031-03-01T18:00:00+01:00");
        town.rsvp("102", "3", "NO", "2031-03-02T18:00:00+01:00");
    }

    @Override
    protected Connector connector() {
        return new MeetupConnector();
    }

    @Override
    protected Connection connection() {
        var whole = super.connection();
        if (!signsIn) {
            return whole;
        }
        var settings = new HashMap<String, String>();
        connector().settings().forEach(s -> settings.put(s.name(), whole.setting(s.name())));
        return new Connection(
                7, settings, Map.of("client-secret", SECRET, "refresh-token", "refresh-0"));
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.method()).isEqualTo("POST");
        return town.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url",
                base + "/gql-ext",
                "token-url",
                base + "/oauth2/access",
                "client-id",
                "key",
                "groups",
                "lantern");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                200,
                """
                {"data":null,"errors":[{"message":"Too many requests","extensions":
                 {"code":"RATE_LIMITED","consumedPoints":500,"resetAt":"2031-03-03T10:00:42Z"}}]}
                """);
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(42);
    }

    @Test
    void aGroupIsReadWithItsMembersEventsAndAnswers() {
        var all = all("");
        assertThat(ids(all))
                .containsExactly(
                        "event/100",
                        "event/100/rsvp/1",
                        "event/100/rsvp/1/attended",
                        "event/100/rsvp/100!",
                        "event/100/rsvp/2",
                        "event/101",
                        "event/102",
                        "event/102/rsvp/2");
        assertThat(gone(all)).containsExactly("event/101", "event/102/rsvp/3");
        assertThat(deed(all, "event/100"))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.EVENT_ORGANISED))
                .satisfies(d -> assertThat(d.who()).isEqualTo("1"))
                .satisfies(d -> assertThat(d.at()).isEqualTo("2030-05-01T16:00:00Z"))
                .satisfies(d -> assertThat(d.place()).isEqualTo("lantern"));
        assertThat(deed(all, "event/100/rsvp/1").at()).isEqualTo("2030-05-01T16:00:00Z");
        assertThat(deed(all, "event/100/rsvp/1/attended").kind()).isEqualTo(Kind.ATTENDANCE);
        assertThat(all)
                .anyMatch(
                        f ->
                                f instanceof Person p
                                        && p.id().equals("3")
                                        && Instant.parse("2029-03-01T00:00:00Z")
                                                .equals(p.joined()));
    }

    @Test
    void aSecondRoundReadsWhatIsNearAndFindsWhatChanged() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(vendor().asked()).hasSize(4);
        assertThat(vendor().asked().get(1).json().path("variables").path("filter").toString())
                .contains("\"afterDateTime\":\"2031-02-17T10:00:00Z\"");
        town.events.get(2).put("title", "Coming soon");
        coming.put("status", "NO");
        town.rsvp("102", "1", "YES", "2031-03-03T10:00:00Z");
        var third = all(second.next());
        assertThat(deed(third, "event/102").title()).isEqualTo("Coming soon");
        assertThat(ids(third)).contains("event/102/rsvp/1");
        assertThat(gone(third)).contains("event/102/rsvp/2");
    }

    @Test
    void whatOneFieldMayNotTellDoesNotSpoilTheRest() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        200,
                                        "{\"data\":{\"groupByUrlname\":{\"id\":\"9\",\"urlname\":\"lantern\",\"name\":\"L\"}},\"errors\":[{\"message\":\"No permission for email\"}]}"));
        assertThat(pull("")).isInstanceOf(Pull.Caught.class);
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        200,
                                        "{\"data\":null,\"errors\":[{\"message\":\"Unauthorized\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}"));
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class);
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        200,
                                        "{\"data\":null,\"errors\":[{\"message\":\"Timed out\"}]}"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.Unreachable.class, u -> assertThat(u.why()).contains("Timed out"));
    }

    @Test
    void aLimitWithoutACodeOrTimeIsWaitedForAMinute() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        200,
                                        "{\"errors\":[{\"message\":\"Too many requests, please try again shortly.\",\"extensions\":null}]}"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow -> assertThat(slow.until()).isEqualTo(NOW.plusSeconds(60)));
    }

    @Test
    void anEventThatTellsOnlyHowLongItLastsEndsThen() {
        town.events.getFirst().remove("endTime");
        town.events.getFirst().put("duration", "PT2H30M");
        town.events.get(2).put("duration", "soon");
        var all = all("");
        assertThat(deed(all, "event/100").facts()).containsEntry("ends", "2030-05-01T18:30:00Z");
        assertThat(deed(all, "event/102").facts()).doesNotContainKey("ends");
    }

    @Test
    void accessIsRenewedByItself() {
        signsIn = true;
        assertThat(pull("")).isInstanceOf(Pull.Caught.class);
        assertThat(vendor().asked().getFirst().body())
                .contains("client_id=key")
                .contains("client_secret=" + SECRET)
                .contains("grant_type=refresh_token")
                .contains("refresh_token=refresh-0");
        assertThat(vendor().asked().getLast().headers())
                .containsEntry("authorization", "Bearer access-1");
        var grant = connector().grant().orElseThrow();
        assertThat(grant.consent(connection())).isPresent();
        assertThat(
                        grant.ask(
                                        connection(),
                                        Grant.consented("code1", "verifier1", "https://m/x"))
                                .body())
                .contains("grant_type=authorization_code")
                .contains("code=code1")
                .contains("code_verifier=verifier1");
        assertThat(connector().wrongWith(new Connection(1, Map.of(), Map.of()))).isPresent();
    }

    private static Act act(Act.What what, String target, String title) {
        return new Act(
                "k",
                what,
                target,
                title,
                "Bring tea",
                Map.of("starts", "2031-05-01T16:00:00Z", "ends", "2031-05-01T18:30:00Z"),
                NOW);
    }

    @Test
    void anEventIsMadePublishedAndAnnounced() {
        var acts = connector().acting().orElseThrow();
        var wish = act(Act.What.EVENT, "lantern", "Tea");
        assertThat(acts.find(line(), wish)).isEmpty();
        var done = acts.act(line(), wish);
        assertThat(done.id()).isEqualTo("event/77");
        var input = vendor().asked().getLast().json().path("variables").path("input");
        assertThat(input.path("groupUrlname").asString("")).isEqualTo("lantern");
        assertThat(input.path("startDateTime").asString("")).isEqualTo("2031-05-01T18:00:00");
        assertThat(input.path("duration").asString("")).isEqualTo("PT150M");
        assertThat(input.path("publishStatus").asString("")).isEqualTo("DRAFT");
        assertThat(acts.find(line(), wish)).contains(done);

        var publish = act(Act.What.PUBLISH, done.id(), "");
        assertThat(acts.find(line(), publish)).isEmpty();
        acts.act(line(), publish);
        assertThat(town.events.getLast()).containsEntry("status", "ACTIVE");
        assertThat(acts.find(line(), publish)).contains(done);
        assertThat(town.announced).isEmpty();
        acts.act(line(), publish);
        assertThat(town.announced).containsExactly("77");
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.EVENT, "", "No")))
                .hasMessageContaining("Title is too short");
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.PUBLISH, "event/999", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
