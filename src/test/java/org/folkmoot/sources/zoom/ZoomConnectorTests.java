package org.folkmoot.sources.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class ZoomConnectorTests extends ConnectorContract {

    private static final long ONCE = 85_746_065_432L;
    private static final long SERIES = 85_746_065_433L;
    private static final long COMING = 85_746_065_434L;
    private static final long WEBINAR = 85_746_065_435L;

    private final Account account = new Account();

    ZoomConnectorTests() {
        account.meeting(ONCE, "Spring moot", 2, "2031-02-01T18:00:00Z");
        account.meeting(SERIES, "Office hours", 8, "2031-03-10T10:00:00Z");
        account.meeting(COMING, "Coming", 2, "2031-04-01T18:00:00Z");
        account.meeting(7_000_000_001L, "Just us two", 1, "2031-02-01T18:00:00Z");
        account.webinar(WEBINAR, "Launch", "2031-04-02T18:00:00Z");
        account.held(ONCE, "u" + ONCE, "Spring moot", 2, "2031-02-01T18:01:00Z");
        account.held(SERIES, Account.ODD, "Office hours", 8, "2031-02-10T10:00:00Z");
        account.held(SERIES, "second==", "Office hours", 8, "2031-02-17T10:00:00Z");
        account.registrant(COMING, "r1", "grace@example.org", "approved");
        account.registrant(COMING, "r2", "no@example.org", "denied");
        account.registrant(WEBINAR, "r3", "grace@example.org", "approved");
        account.came("u" + ONCE, "", "Grace", "Grace@example.org", "2031-02-01T18:20:00Z", 600);
        account.came("u" + ONCE, "", "iPhone", "", "2031-02-01T18:02:00Z", 60);
        account.came("u" + ONCE, "", "Grace H.", "grace@example.org", "2031-02-01T18:03:00Z", 660);
        account.came(Account.ODD, "x1", "Alan", "", "2031-02-10T10:01:00Z", 1800);
    }

    @Override
    protected Connector connector() {
        return new ZoomConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        var basic =
                Base64.getEncoder()
                        .encodeToString(("app:" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(asked.headers().get("authorization"))
                .isEqualTo(
                        asked.path().equals("/oauth/token")
                                ? "Basic " + basic
                                : "Bearer access-" + account.tokens);
        return account.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url",
                base + "/v2",
                "token-url",
                base + "/oauth/token",
                "account-id",
                "abc",
                "client-id",
                "app");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                        429,
                        "{\"code\":429,\"message\":\"You have reached the maximum daily rate limit for this API.\"}")
                .with("X-RateLimit-Type", "Daily-limit")
                .with("X-RateLimit-Remaining", "0");
    }

    @Override
    protected Instant until() {
        return Instant.parse("2031-03-04T00:00:00Z");
    }

    private static final String EVENT = "meeting/" + ONCE;
    private static final String TIMES = "meeting/" + SERIES + "/";

    @Test
    void meetingsAreReadWithWhoRegisteredAndWhoWasThere() {
        var all = all("");
        assertThat(ids(all))
                .containsExactly(
                        EVENT,
                        EVENT + "/attended/grace@example.org",
                        EVENT + "/attended/" + EVENT + "/guest/iphone",
                        "meeting/" + SERIES,
                        TIMES + Account.ODD,
                        TIMES + Account.ODD + "/attended/x1",
                        TIMES + "second==",
                        "meeting/" + COMING,
                        "meeting/" + COMING + "/registrant/r1",
                        "meeting/" + COMING + "/registrant/r2",
                        "webinar/" + WEBINAR,
                        "webinar/" + WEBINAR + "/registrant/r3");
        assertThat(gone(all)).containsExactly("meeting/" + COMING + "/registrant/r2");
        assertThat(deed(all, EVENT))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.EVENT_ORGANISED))
                .satisfies(d -> assertThat(d.who()).isEqualTo("KDcuGIm1QgePTO8WbOqwIQ"))
                .satisfies(d -> assertThat(d.at()).isEqualTo("2031-02-01T18:00:00Z"))
                .satisfies(d -> assertThat(d.url()).isNull());
        assertThat(all)
                .noneMatch(f -> f.toString().contains("private"))
                .anyMatch(f -> f instanceof Person p && p.fields().containsValue("Ada Lovelace"));
    }

    @Test
    void whoeverCameInTwiceWasThereOnce() {
        assertThat(deed(all(""), EVENT + "/attended/grace@example.org"))
                .satisfies(d -> assertThat(d.at()).isEqualTo("2031-02-01T18:03:00Z"))
                .satisfies(d -> assertThat(d.facts()).containsEntry("minutes", "21"))
                .satisfies(d -> assertThat(d.parent()).isEqualTo(EVENT));
        assertThat(vendor().asked())
                .anyMatch(
                        a ->
                                a.path()
                                        .equals(
                                                "/v2/report/meetings/%2FajXp112QmuoKj4854875%3D%3D/participants"));
    }

    @Test
    void aPlanWithoutReportsIsAskedMeetingByMeeting() {
        var whole = ids(all(""));
        account.hasReports = false;
        assertThat(ids(all(""))).isEqualTo(whole);
        assertThat(vendor().asked())
                .anyMatch(a -> a.path().equals("/v2/past_meetings/" + ONCE + "/instances"));
    }

    @Test
    void anAppThatMayNotListUsersReadsItsOwn() {
        account.mayListUsers = false;
        assertThat(ids(all(""))).contains(EVENT);
        assertThat(vendor().asked()).anyMatch(a -> a.path().equals("/v2/users/me/meetings"));
    }

    @Test
    void aSecondRoundAsksLittleAndFindsWhatIsNew() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(vendor().asked())
                .noneMatch(a -> a.path().endsWith("/participants"))
                .noneMatch(a -> a.path().contains(Long.toString(ONCE)))
                .filteredOn(a -> a.path().startsWith("/v2/report/users/"))
                .singleElement()
                .satisfies(a -> assertThat(a.one("from")).isEqualTo("2031-03-01"));
        account.registrant(COMING, "r9", "late@example.org", "approved");
        account.meetings.get(2).put("topic", "Coming soon");
        account.held(SERIES, "third==", "Office hours", 8, "2031-03-03T09:00:00Z");
        account.came("third==", "x1", "Alan", "", "2031-03-03T09:01:00Z", 60);
        var third = all(second.next());
        assertThat(ids(third))
                .contains("meeting/" + COMING + "/registrant/r9", TIMES + "third==/attended/x1");
        assertThat(deed(third, "meeting/" + COMING).title()).isEqualTo("Coming soon");
    }

    @Test
    void aMeetingThatWasToComeAndIsThereNoMoreIsCalledOff() {
        var first = round("");
        account.meetings.removeIf(
                m -> Objects.equals(m.get("id"), COMING) || Objects.equals(m.get("id"), ONCE));
        var second = round(first.next());
        assertThat(gone(second.found())).containsExactly("meeting/" + COMING);
        vendor().forget();
        assertThat(gone(all(second.next()))).isEmpty();
        assertThat(vendor().asked()).noneMatch(a -> a.path().equals("/v2/meetings/" + COMING));
    }

    @Test
    void aPlaceThatZoomForgotIsNoEndOfTheList() {
        for (int n = 0; n < 6; n++) {
            account.registrant(COMING, "n" + n, "n%d@example.org".formatted(n), "approved");
        }
        var whole = ids(all(""));
        var refused = new HashSet<String>();
        vendor().instead(
                        asked ->
                                asked.one("next_page_token").isEmpty() || !refused.add(asked.path())
                                        ? null
                                        : Vendor.Answer.of(
                                                400,
                                                "{\"code\":300,\"message\":\"The next page token is either invalid or expired.\"}"));
        assertThat(ids(all(""))).isEqualTo(whole);
        assertThat(refused)
                .contains(
                        "/v2/users/KDcuGIm1QgePTO8WbOqwIQ/meetings",
                        "/v2/meetings/%d/registrants".formatted(COMING));
    }

    @Test
    void limitsAreKeptBeforeTheyBite() {
        var manners = new ZoomManners();
        var daily =
                new Reply(
                        200,
                        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-type", "Daily-limit"),
                        new byte[0]);
        assertThat(manners.budget(daily, NOW, Budget.UNKNOWN).shutAt(NOW)).isEqualTo(until());
        var second =
                new Reply(
                        200,
                        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-type", "QPS"),
                        new byte[0]);
        assertThat(manners.budget(second, NOW, Budget.UNKNOWN).shutAt(NOW))
                .isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aTokenThatRunsOutIsRenewedOnce() {
        vendor().instead(
                        asked ->
                                !asked.path().equals("/oauth/token") && account.tokens == 1
                                        ? Vendor.Answer.of(401, "{\"code\":124}")
                                        : null);
        assertThat(pull("")).isInstanceOf(Pull.Caught.class);
        assertThat(account.tokens).isEqualTo(2);
        assertThat(vendor().asked().getFirst().body())
                .isEqualTo("grant_type=account_credentials&account_id=abc");
    }

    private static Call call(String body, Instant at, String secret) {
        var time = Long.toString(at.getEpochSecond());
        var signed =
                Signature.of("HmacSHA256", secret, Signature.bytes("v0:" + time + ":" + body))
                        .hex();
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-zm-request-timestamp", time, "x-zm-signature", "v0=" + signed),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private Heard hear(Call call) {
        return new ZoomCalls().hear(call, connection(), NOW);
    }

    @Test
    void itsHandshakeIsAnsweredAndOldOrForgedCallsAreRefused() {
        var hello =
                "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\"},\"event_ts\":1}";
        assertThat(hear(call(hello, NOW, SECRET)))
                .isEqualTo(
                        new Heard.Answer(
                                200,
                                "application/json",
                                "{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\",\"encryptedToken\":\"%s\"}"
                                        .formatted(
                                                Signature.sha256(
                                                                SECRET,
                                                                Signature.bytes(
                                                                        "qgg8vlvZRS6UYooatFL8Aw"))
                                                        .hex())));
        assertThat(hear(call(hello, NOW, "another"))).isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call(hello, NOW.minusSeconds(301), SECRET)))
                .isInstanceOf(Heard.Refuse.class);
        var started = "{\"event\":\"meeting.started\",\"event_ts\":5}";
        assertThat(hear(call(started, NOW, SECRET)))
                .isInstanceOf(Heard.Take.class)
                .isEqualTo(hear(call(started, NOW.minusSeconds(60), SECRET)));
    }

    private List<Found> told(String event, String object) {
        var basket = new Found.Basket();
        var body =
                "{\"event\":\"%s\",\"event_ts\":1931000000000,\"payload\":{\"account_id\":\"abc\",\"object\":%s}}"
                        .formatted(event, object);
        new ZoomCalls().tell(call(body, NOW, SECRET), line(), basket);
        return basket.all();
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var pulled = all("");
        var coming =
                "{\"id\":\"%d\",\"uuid\":\"u\",\"type\":2,\"topic\":\"Coming\",\"host_id\":\"KDcuGIm1QgePTO8WbOqwIQ\"%s}";
        var registrant =
                ",\"registrant\":{\"id\":\"r1\",\"email\":\"grace@example.org\",\"first_name\":\"Grace\",\"last_name\":\"Hopper\",\"status\":\"approved\",\"create_time\":\"2031-01-05T00:00:00Z\"}";
        assertThat(pulled)
                .contains(
                        deed(
                                told(
                                        "meeting.registration_created",
                                        coming.formatted(COMING, registrant)),
                                "meeting/" + COMING + "/registrant/r1"));
        assertThat(
                        gone(
                                told(
                                        "meeting.registration_cancelled",
                                        coming.formatted(COMING, registrant))))
                .containsExactly("meeting/" + COMING + "/registrant/r1");
        assertThat(pulled)
                .contains(
                        deed(
                                told(
                                        "meeting.updated",
                                        "{\"id\":%d,\"topic\":\"Coming\"}".formatted(COMING)),
                                "meeting/" + COMING));
        assertThat(gone(told("meeting.deleted", coming.formatted(COMING, ""))))
                .containsExactly("meeting/" + COMING);
        assertThat(
                        told(
                                "meeting.deleted",
                                "{\"id\":%d,\"type\":8,\"occurrences\":[{\"occurrence_id\":\"1\"}]},\"operation\":\"single\",\"more\":{}"
                                        .formatted(SERIES)))
                .noneMatch(Found.Mark.class::isInstance);
        assertThat(told("meeting.updated", "{\"id\":7000000001,\"topic\":\"Just us three\"}"))
                .noneMatch(f -> f.toString().contains("Just us"));
        var time =
                "{\"id\":\"%d\",\"uuid\":\"%s\",\"type\":8,\"topic\":\"Office hours\",\"host_id\":\"KDcuGIm1QgePTO8WbOqwIQ\",\"start_time\":\"2031-02-10T10:00:00Z\"%s}";
        assertThat(pulled)
                .contains(
                        deed(
                                told("meeting.started", time.formatted(SERIES, Account.ODD, "")),
                                TIMES + Account.ODD));
        var there =
                ",\"participant\":{\"user_id\":\"1\",\"id\":\"x1\",\"user_name\":\"Alan\",\"email\":\"\",\"join_time\":\"2031-02-10T10:01:00Z\"}";
        var came =
                deed(
                        told(
                                "meeting.participant_joined",
                                time.formatted(SERIES, Account.ODD, there)),
                        TIMES + Account.ODD + "/attended/x1");
        var reported = deed(pulled, came.id());
        assertThat(came.at()).isEqualTo(reported.at());
        assertThat(came.who()).isEqualTo(reported.who());
        assertThat(came.parent()).isEqualTo(reported.parent());
        assertThat(told("meeting.participant_joined", "{\"id\":1,\"type\":1,\"participant\":{}}"))
                .isEmpty();
        assertThat(told("recording.completed", "{}")).isEmpty();
    }

    private static Act act(Act.What what, String target, String title, Map<String, String> more) {
        return new Act("k", what, target, title, "All of it", more, NOW);
    }

    private static final Map<String, String> WHEN =
            Map.of(
                    "starts", "2031-05-01T18:00:00Z",
                    "ends", "2031-05-01T19:30:00Z",
                    "timezone", "Europe/Berlin");

    @Test
    void aMeetingOrWebinarIsMadeAndFoundAgain() {
        var acts = connector().acting().orElseThrow();
        for (var kind : List.of("meeting", "webinar")) {
            var wish = act(Act.What.EVENT, kind + "s", "Tea", WHEN);
            assertThat(acts.find(line(), wish)).isEmpty();
            var done = acts.act(line(), wish);
            assertThat(done.id()).startsWith(kind + "/");
            var sent = vendor().asked().getLast();
            assertThat(sent.path()).isEqualTo("/v2/users/me/" + kind + "s");
            assertThat(sent.json().path("type").asInt(0)).isEqualTo(kind.equals("meeting") ? 2 : 5);
            assertThat(sent.json().path("duration").asInt(0)).isEqualTo(90);
            assertThat(sent.json().path("start_time").asString(""))
                    .isEqualTo("2031-05-01T18:00:00Z");
            assertThat(acts.find(line(), wish)).contains(done);
        }
        acts.act(line(), act(Act.What.EVENT, "grace@example.org", "Hers", WHEN));
        assertThat(vendor().asked().getLast().path())
                .isEqualTo("/v2/users/grace@example.org/meetings");
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.EVENT, "", "No", WHEN)))
                .hasMessageContaining("The topic is not allowed");
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.EVENT, "", "Tea", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void somebodyIsRegisteredAndFoundAgain() {
        var acts = connector().acting().orElseThrow();
        var wish =
                act(
                        Act.What.CONTACT,
                        "alan@example.org",
                        "",
                        Map.of("event", "meeting/" + COMING, "name", "Alan"));
        assertThat(acts.find(line(), wish)).isEmpty();
        var done = acts.act(line(), wish);
        assertThat(done.id()).isEqualTo("meeting/" + COMING + "/registrant/new1");
        assertThat(vendor().asked().getLast().json().toString())
                .isEqualTo("{\"email\":\"alan@example.org\",\"first_name\":\"Alan\"}");
        assertThat(acts.find(line(), wish)).contains(done);
        assertThat(ids(all(""))).contains(done.id());
    }

    @Test
    void aTokenThatAPersonLooksAfterIsEnough() {
        var base = Map.of("base-url", vendor().url());
        var connection = new Connection(7, base, Map.of("token", "lasting"));
        assertThat(connector().wrongWith(connection)).isEmpty();
        assertThat(new ZoomApi(line(connection)).get("/users/me", ZoomApi.LIGHT).headers())
                .containsEntry("Authorization", "Bearer lasting");
        assertThat(connector().wrongWith(new Connection(7, base, Map.of()))).isPresent();
    }
}
