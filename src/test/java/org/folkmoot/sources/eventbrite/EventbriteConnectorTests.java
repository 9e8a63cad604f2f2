package org.folkmoot.sources.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class EventbriteConnectorTests extends ConnectorContract {

    private final BoxOffice office = new BoxOffice();
    private String since = "";

    EventbriteConnectorTests() {
        office.event(
                "100", "Spring moot", "completed", "2030-06-01T18:00:00Z", "2030-06-01T20:00:00Z");
        office.event("101", "Idea", "draft", "2031-06-01T18:00:00Z", "2031-06-01T20:00:00Z");
        office.event(
                "102", "Called off", "canceled", "2030-07-01T18:00:00Z", "2030-07-01T20:00:00Z");
        office.event("103", "Coming", "live", "2031-04-01T18:00:00Z", "2031-04-01T20:00:00Z");
        office.attendee("1", "100", "Ada@example.org", "Checked In");
        office.attendee("2", "100", "grace@example.org", "Attending");
        office.attendee("3", "100", "", "Not Attending");
        office.attendee("4", "103", "grace@example.org", "Attending");
        office.order("91", "100", "ada@example.org", "placed");
        office.order("92", "100", "boss@example.org", "placed");
        office.order("94", "103", "grace@example.org", "placed");
    }

    @Override
    protected Connector connector() {
        return new EventbriteConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return office.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "since", since);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"status_code\":429,\"error\":\"HIT_RATE_LIMIT\"}")
                .with("x-rate-limit", "token:ABC 2000/2000 reset=1800s, key:DEF 9/2000 reset=60s");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(1800);
    }

    /// The contract is not Eventbrite's own and lacks what its documentation has.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of(
                ".*Query parameter '(expand|continuation|changed_since)' is unexpected.*",
                "(GET|POST) /organizations/11/webhooks/: No API path.*",
                "DELETE /webhooks/\\d+/: No API path.*",
                "POST /organizations/11/events/: POST operation not allowed.*",
                "POST /events/\\d+/publish/: No API path.*",
                // its calls name this one
                "GET /events/\\d+/attendees/\\d+/: No API path.*");
    }

    @Test
    void eventsAreReadWithWhoRegisteredCameAndBought() {
        var all = all("");
        assertThat(ids(all))
                .containsExactly(
                        "attendee/1",
                        "attendee/1/checked_in",
                        "attendee/2",
                        "attendee/3",
                        "attendee/4",
                        "event/100",
                        "event/102",
                        "event/103",
                        "order/92");
        assertThat(gone(all)).containsExactly("event/102", "attendee/3");
        assertThat(deed(all, "event/100"))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.EVENT_ORGANISED))
                .satisfies(d -> assertThat(d.who()).isEqualTo("organizer/55"))
                .satisfies(d -> assertThat(d.at()).isEqualTo("2030-06-01T18:00:00Z"))
                .satisfies(d -> assertThat(d.title()).isEqualTo("Spring moot"))
                .satisfies(d -> assertThat(d.facts()).containsEntry("location", "Town hall"));
        assertThat(deed(all, "attendee/1/checked_in"))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.ATTENDANCE))
                .satisfies(d -> assertThat(d.who()).isEqualTo("ada@example.org"))
                .satisfies(d -> assertThat(d.at()).isEqualTo("2030-06-01T18:01:00Z"))
                .satisfies(d -> assertThat(d.parent()).isEqualTo("event/100"));
        assertThat(deed(all, "order/92").kind()).isEqualTo(Kind.BOOKING);
    }

    @Test
    void aSecondRoundAsksOnlyForWhatMayHaveStirred() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(vendor().asked())
                .hasSize(5)
                .filteredOn(a -> a.path().startsWith("/events/"))
                .allMatch(a -> a.path().startsWith("/events/103/"))
                .allMatch(a -> a.one("changed_since").equals("2031-03-03T09:50:00Z"));
    }

    @Test
    void aCheckInACancellationAndAnEditAreFoundAgain() {
        var first = round("");
        office.attendees.get(3).put("changed", "2031-03-03T10:05:00Z");
        office.attendees.get(3).put("refunded", true);
        office.events.get(3).put("changed", "2031-03-03T10:05:00Z");
        office.events.get(3).put("name", Map.of("text", "Coming soon"));
        var late = office.attendee("5", "100", "late@example.org", "Checked In");
        late.put("changed", "2031-03-03T10:05:00Z");
        office.events.getFirst().put("changed", "2031-03-03T10:05:00Z");
        var second = all(first.next());
        assertThat(gone(second)).contains("attendee/4");
        assertThat(deed(second, "event/103"))
                .satisfies(d -> assertThat(d.title()).isEqualTo("Coming soon"))
                .satisfies(d -> assertThat(d.edited()).isEqualTo("2031-03-03T10:05:00Z"));
        assertThat(ids(second)).contains("attendee/5", "attendee/5/checked_in");
    }

    @Test
    void anOrganisationThatIsKeptFromUsKeepsNoOtherFromUs() {
        vendor().instead(
                        asked ->
                                switch (asked.path()) {
                                    case "/users/me/organizations/" ->
                                            Vendor.Answer.of(
                                                    200,
                                                    "{\"organizations\":[{\"id\":\"10\",\"name\":null},{\"id\":\"11\",\"name\":\"Lantern\"}],\"pagination\":{\"has_more_items\":false}}");
                                    case "/organizations/10/events/" ->
                                            Vendor.Answer.of(403, "{\"error\":\"NOT_AUTHORIZED\"}");
                                    default -> null;
                                });
        var all = all("");
        assertThat(ids(all)).contains("event/100", "event/103");
        assertThat(all).anyMatch(f -> f instanceof Found.Refused r && r.toString().contains("10"));
    }

    @Test
    void anEventWithoutAnIdIsPassedOver() {
        office.events.getFirst().put("id", null);
        office.events.getLast().put("id", "1 0/3");
        var all = all("");
        assertThat(all)
                .anyMatch(f -> f instanceof Found.Refused r && r.toString().contains("no id"));
        assertThat(vendor().asked())
                .noneMatch(a -> a.path().contains("//") || a.path().contains(" "));
    }

    @Test
    void whatLiesTooFarBackIsLeftAlone() {
        since = "2030-06-15";
        assertThat(ids(all(""))).containsExactly("attendee/4", "event/102", "event/103");
    }

    @Test
    void theScarcestOfItsCountsHolds() {
        var left =
                new EventbriteManners()
                        .budget(
                                new Reply(
                                        200,
                                        Map.of(
                                                "x-rate-limit",
                                                "token:A 22/2000 reset=3530s, key:B 2001/2000 reset=90s"),
                                        new byte[0]),
                                NOW,
                                Budget.UNKNOWN);
        assertThat(left.shutAt(NOW)).isEqualTo(NOW.plusSeconds(90));
    }

    private static Call call(String action, String address) {
        var body =
                "{\"api_url\":\"%s\",\"config\":{\"action\":\"%s\",\"webhook_id\":\"7\"}}"
                        .formatted(address, action);
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-eventbrite-event", action, "x-eventbrite-delivery", "7"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Found> told(String action, String path) {
        var basket = new Found.Basket();
        var own = path.startsWith("http") ? path : vendor().url() + path;
        new EventbriteCalls().tell(call(action, own), line(), basket);
        return basket.all();
    }

    @Test
    void aCallIsBelievedOnlyByAskingEventbriteItself() {
        var calls = new EventbriteCalls();
        assertThat(calls.keyed()).isTrue();
        assertThat(calls.hear(call("test", "{api-endpoint}"), connection(), NOW))
                .isEqualTo(Heard.Answer.ok());
        assertThat(
                        calls.hear(
                                call("attendee.updated", "http://169.254.169.254/v3/events/1/"),
                                connection(),
                                NOW))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(
                        calls.hear(
                                call(
                                        "order.placed",
                                        "https://www.eventbriteapi.com@evil.example/v3/orders/1/"),
                                connection(),
                                NOW))
                .isInstanceOf(Heard.Refuse.class);
        for (var other :
                List.of(
                        "https://eventbriteapi.com.evil.example/v3/orders/1/",
                        "https://eventbriteapi.com:x@evil.example/v3/orders/1/",
                        "https://evileventbriteapi.com/v3/orders/1/")) {
            assertThat(calls.hear(call("order.placed", other), connection(), NOW))
                    .isInstanceOf(Heard.Refuse.class);
        }
        assertThat(
                        calls.hear(
                                call("order.placed", "https://eventbriteapi.com/v3/orders/92/"),
                                connection(),
                                NOW))
                .isInstanceOf(Heard.Take.class);
        var known = call("order.placed", "https://www.eventbriteapi.com/v3/orders/92/");
        assertThat(calls.hear(known, connection(), NOW)).isInstanceOf(Heard.Take.class);
        assertThat(calls.hear(known, connection(), NOW.plusSeconds(1)))
                .isNotEqualTo(calls.hear(known, connection(), NOW));
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var pulled = all("");
        var attendee =
                told(
                        "barcode.checked_in",
                        "https://www.eventbriteapi.com/v3/events/100/attendees/1/");
        assertThat(pulled)
                .contains(
                        deed(attendee, "event/100"),
                        deed(attendee, "attendee/1"),
                        deed(attendee, "attendee/1/checked_in"));
        var order = told("order.placed", "/v3/orders/92/");
        assertThat(pulled).contains(deed(order, "order/92"));
        assertThat(ids(told("order.placed", "/v3/orders/91/")))
                .containsExactly("attendee/1", "attendee/1/checked_in", "event/100");
        assertThat(pulled).contains(deed(told("event.updated", "/v3/events/103/"), "event/103"));
        assertThat(told("venue.updated", "/v3/venues/1/")).isEmpty();
        assertThat(gone(told("event.updated", "/v3/events/999/"))).containsExactly("event/999");
    }

    @Test
    void itIsAskedOnceToCall() {
        var calls = new EventbriteCalls();
        calls.arrange(line(), "https://moot.example/hooks/7/k");
        assertThat(calls.arrange(line(), "https://moot.example/hooks/7/k")).contains(Instant.MAX);
        assertThat(office.hooks).hasSize(1);
        assertThat(vendor().asked().stream().filter(a -> a.method().equals("POST")))
                .singleElement()
                .satisfies(
                        a ->
                                assertThat(a.json().path("actions").asString(""))
                                        .contains("attendee.updated,attendee.checked_in"));
    }

    @Test
    void onlyOurOwnWebhooksAreTakenAway() {
        var calls = new EventbriteCalls();
        calls.arrange(line(), "https://moot.example/hooks/7/k");
        calls.arrange(line(), "https://moot.example/hooks/8/k");
        for (int n = 0; n < 2; n++) {
            calls.unlisten(line(), "https://moot.example/hooks/7/k");
            assertThat(office.hooks)
                    .singleElement()
                    .asString()
                    .contains("https://moot.example/hooks/8/k");
        }
    }

    private static Act act(Act.What what, String target, Map<String, String> more) {
        return new Act("k", what, target, "Tea & talk", "Come <all>", more, NOW);
    }

    @Test
    void anEventIsMadeFoundAgainAndPublished() {
        var acts = connector().acting().orElseThrow();
        var wish =
                act(
                        Act.What.EVENT,
                        "",
                        Map.of(
                                "starts", "2031-05-01T18:00:00Z",
                                "ends", "2031-05-01T20:00:00Z",
                                "timezone", "Europe/Berlin",
                                "place", "Library"));
        assertThat(acts.find(line(), wish)).isEmpty();
        vendor().forget();
        var done = acts.act(line(), wish);
        assertThat(vendor().asked().getLast().path()).isEqualTo("/organizations/11/events/");
        var sent = vendor().asked().getLast().json().path("event");
        assertThat(sent.path("name").path("html").asString("")).isEqualTo("Tea &amp; talk");
        assertThat(sent.path("description").path("html").asString(""))
                .isEqualTo("Come &lt;all&gt;");
        assertThat(sent.path("start").path("utc").asString("")).isEqualTo("2031-05-01T18:00:00Z");
        assertThat(sent.path("end").path("timezone").asString("")).isEqualTo("Europe/Berlin");
        assertThat(sent.path("currency").asString("")).isEqualTo("EUR");
        assertThat(sent.path("venue_id").asString("")).isEqualTo("77");
        office.events.getLast().put("name", Map.of("text", "Tea & talk"));
        assertThat(acts.find(line(), wish)).contains(done);

        var publish = act(Act.What.PUBLISH, done.id(), Map.of());
        assertThat(acts.act(line(), publish)).isEqualTo(done);
        assertThat(office.events.getLast()).containsEntry("status", "live");
        assertThat(office.tickets).hasSize(1);
        vendor().forget();
        acts.act(line(), publish);
        assertThat(vendor().asked()).hasSize(1);
        assertThat(acts.twice(publish)).isTrue();
        assertThat(acts.twice(wish)).isFalse();
    }

    @Test
    void aRefusalIsInItsOwnWords() {
        var acts = connector().acting().orElseThrow();
        assertThatThrownBy(
                        () ->
                                acts.act(
                                        line(),
                                        act(
                                                Act.What.EVENT,
                                                "11",
                                                Map.of("starts", "2031-05-01T18:00:00Z"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends");
        vendor().instead(
                        asked ->
                                asked.method().equals("POST")
                                        ? Vendor.Answer.of(
                                                400,
                                                "{\"error\":\"ARGUMENTS_ERROR\",\"error_description\":\"Too long ago.\"}")
                                        : null);
        assertThatThrownBy(
                        () ->
                                acts.act(
                                        line(),
                                        act(
                                                Act.What.EVENT,
                                                "11",
                                                Map.of(
                                                        "starts", "2001-05-01T18:00:00Z",
                                                        "ends", "2001-05-01T19:00:00Z"))))
                .hasMessageContaining("Too long ago");
        assertThat(connector().pause()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void eventsThatWereNotCalledOffAreCounted() {
        vendor().forget();
        assertThat(connector().counting().orElseThrow().count(line()))
                .containsExactly(
                        new Counting.Total(
                                "events of Lantern",
                                office.events.size(),
                                "eventbrite",
                                "Lantern",
                                Set.of(Kind.EVENT_ORGANISED)));
        assertThat(vendor().asked().getLast().one("status"))
                .isEqualTo("live,started,ended,completed");
    }
}
