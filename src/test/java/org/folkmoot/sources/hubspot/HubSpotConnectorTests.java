package org.folkmoot.sources.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.Test;

class HubSpotConnectorTests extends ConnectorContract {

    private final Crm crm = new Crm();

    HubSpotConnectorTests() {
        crm.contact(1, "Ada", "2030-01-01T00:00:00Z");
        crm.contact(2, "Grace", "2030-01-02T00:00:00Z");
        crm.contact(3, "Mary", "2030-01-03T00:00:00Z");
        crm.lists.put("40", List.of(1L, 3L));
        crm.took(1, "ATTENDED", "2030-06-01T19:00:00Z");
        crm.took(2, "REGISTERED", "2030-05-01T10:00:00Z");
        crm.took(3, "CANCELLED", "2030-05-02T10:00:00Z");
    }

    @Override
    protected Connector connector() {
        return new HubSpotConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return crm.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base);
    }

    /// HubSpot's own description of its API has no file for it.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of("GET /account-info/v3/details: No API path .*");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                429,
                """
                {"status":"error","message":"You have reached your ten_secondly_rolling limit.",
                 "errorType":"RATE_LIMIT","policyName":"TEN_SECONDLY_ROLLING"}""");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(10);
    }

    private static List<String> told(List<Found> found, String field) {
        return found.stream()
                .filter(Person.class::isInstance)
                .map(p -> ((Person) p).fields().get(field))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Person> people(List<Found> found, String id) {
        return found.stream()
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .filter(p -> p.id().equals(id))
                .toList();
    }

    @Test
    void contactsComeWithTheirCompaniesListsAndEvents() {
        var all = all("");
        assertThat(told(all, "name")).containsExactly("Ada", "Grace", "Mary");
        assertThat(told(all, "organisation")).containsExactly("Acme");
        assertThat(people(all, "1")).allMatch(p -> p.source().equals("hubspot:62515"));
        assertThat(people(all, "3")).anyMatch(p -> p.tags().contains("List 40"));
        assertThat(people(all, "2")).noneMatch(p -> p.tags().contains("List 40"));
        assertThat(ids(all))
                .containsExactly(
                        "event/900",
                        "event/900/1/attended",
                        "event/900/2/registered",
                        "event/900/3/registered");
    }

    @Test
    void aSecondRoundSearchesOnlyForWhatChanged() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isEmpty();
        assertThat(people(second.found(), "1")).isEmpty();
        assertThat(vendor().asked()).hasSizeLessThan(7);

        crm.contact(2, "Grace Hopper", "2031-03-03T11:00:00Z");
        crm.companyName = "Acme & Co";
        crm.companyChanged = Instant.parse("2031-03-03T11:00:00Z");
        crm.archive(3, "2031-03-03T11:30:00Z");
        crm.took(4, "REGISTERED", "2031-03-03T11:00:00Z");
        var third = round(second.next()).found();
        assertThat(told(third, "name")).containsExactly("Grace Hopper");
        assertThat(people(third, "1"))
                .anyMatch(p -> "Acme & Co".equals(p.fields().get("organisation")));
        assertThat(people(third, "3"))
                .anyMatch(p -> Instant.parse("2031-03-03T11:30:00Z").equals(p.left()));
        assertThat(ids(third)).contains("event/900/4/registered");
    }

    @Test
    void noSearchAsksForMoreThanTenThousand() {
        var first = round("");
        var many = new int[] {0};
        vendor().instead(
                        asked -> {
                            if (!asked.path().endsWith("/contacts/search")) {
                                return null;
                            }
                            var after = Integer.parseInt(asked.json().path("after").asString());
                            assertThat(after).isLessThan(10_000);
                            var filters = asked.json().path("filterGroups").path(0).path("filters");
                            if (filters.size() == 2) {
                                many[0]++;
                                assertThat(filters.path(1).path("value").asString())
                                        .isEqualTo("10000");
                                return Vendor.Answer.json(Map.of("results", List.of()));
                            }
                            return Vendor.Answer.json(
                                    Map.of(
                                            "results",
                                            List.of(
                                                    Map.of(
                                                            "id",
                                                            Integer.toString(after + 2_500),
                                                            "properties",
                                                            Map.of())),
                                            "paging",
                                            Map.of(
                                                    "next",
                                                    Map.of(
                                                            "after",
                                                            Integer.toString(after + 2_500)))));
                        });
        round(first.next());
        assertThat(many[0]).isEqualTo(1);
    }

    @Test
    void aWindowThatIsUsedUpIsWaitedFor() {
        crm.left = 0;
        var line = line();
        assertThat(Pulling.pull(connector(), line, ""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow -> assertThat(slow.until()).isEqualTo(NOW.plusSeconds(10)));
        assertThat(vendor().asked()).hasSize(1);
    }

    @Test
    void theDaysCountIsAskedForOnceAnHour() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        429,
                                        "{\"message\":\"You have reached your daily limit.\",\"policyName\":\"DAILY\"}"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow -> assertThat(slow.until()).isEqualTo(NOW.plusSeconds(3600)));
    }

    @Test
    void whatTheAppMayNotSeeIsLeftOut() {
        vendor().instead(
                        asked ->
                                asked.path().contains("/contacts")
                                        ? null
                                        : Vendor.Answer.of(
                                                403,
                                                "{\"message\":\"no\",\"category\":\"MISSING_SCOPES\"}"));
        assertThat(told(all(""), "name")).containsExactly("Ada", "Grace", "Mary");
    }

    private static Act act(Act.What what, String target, String text, Map<String, String> more) {
        return new Act(
                "folkmoot-1", what, target, "", text, more, Instant.parse("2031-03-03T10:00:00Z"));
    }

    @Test
    void aContactIsMadeOrChangedByItsAddress() {
        var done =
                new HubSpotActs()
                        .act(
                                line(),
                                act(
                                        Act.What.CONTACT,
                                        "ada@example.org",
                                        "",
                                        Map.of(
                                                "name",
                                                "Ada King Lovelace",
                                                "organisation",
                                                "Acme")));
        assertThat(done.id()).isEqualTo("1");
        assertThat(vendor().asked().getLast().json().toString())
                .contains("\"idProperty\":\"email\"", "\"id\":\"ada@example.org\"")
                .contains("\"firstname\":\"Ada King\"", "\"lastname\":\"Lovelace\"")
                .contains("\"company\":\"Acme\"");
        assertThat(new HubSpotActs().twice(act(Act.What.CONTACT, "", "", Map.of()))).isTrue();
    }

    @Test
    void aNoteIsFoundAfterALostAnswer() {
        var acts = new HubSpotActs();
        var note = act(Act.What.REPLY, "event/900/1/attended", "1 < 2\nand so on", Map.of());
        assertThat(acts.find(line(), note)).isEmpty();
        var done = acts.act(line(), note);
        assertThat(done.id()).isEqualTo("note/55");
        assertThat(vendor().asked().getLast().json().path("associations").toString())
                .contains("\"id\":\"1\"", "\"associationTypeId\":202");
        assertThat(acts.find(line(), note)).contains(done);
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.POST, "nobody", "Hello", Map.of())))
                .hasMessageContaining("by its number");
    }

    @Test
    void aContactIsPutOnAList() {
        new HubSpotActs().act(line(), act(Act.What.LABEL, "1", "40", Map.of()));
        var asked = vendor().asked().getLast();
        assertThat(asked.method() + asked.path()).isEqualTo("PUT/crm/v3/lists/40/memberships/add");
        assertThat(asked.body()).isEqualTo("[\"1\"]");
        assertThatThrownBy(
                        () ->
                                new HubSpotActs()
                                        .act(
                                                line(),
                                                act(
                                                        Act.What.LABEL,
                                                        "1",
                                                        "41",
                                                        Map.of("remove", "true"))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var events =
                """
                [{"subscriptionType":"contact.propertyChange","objectId":1,"eventId":1},
                 {"subscriptionType":"object.creation","objectTypeId":"0-1","objectId":2,"eventId":2},
                 {"subscriptionType":"contact.deletion","objectId":3,"occurredAt":1930000000000,"eventId":3},
                 {"subscriptionType":"contact.merge","objectId":1,"primaryObjectId":1,"mergedObjectIds":[9],"eventId":4},
                 {"subscriptionType":"deal.creation","objectId":5,"eventId":5}]""";
        var basket = new Found.Basket();
        new HubSpotCalls()
                .tell(
                        new Call("POST", Map.of(), Map.of(), Signature.bytes(events)),
                        line(),
                        basket);
        assertThat(basket.all(Person.class))
                .filteredOn(p -> p.left() == null)
                .hasSize(2)
                .allMatch(all("")::contains);
        assertThat(people(basket.all(), "3"))
                .singleElement()
                .satisfies(
                        p -> assertThat(p.left()).isEqualTo(Instant.ofEpochMilli(1930000000000L)));
        assertThat(basket.all(Found.Claim.class))
                .singleElement()
                .satisfies(c -> assertThat(c.otherId()).isEqualTo("9"));
    }

    @Test
    void aCallMayJoinTwoThingsOrNameNothingAtAll() {
        vendor().forget();
        var events =
                """
                [{"subscriptionType":"contact.associationChange","fromObjectId":1,"toObjectId":7,"associationType":"CONTACT_TO_COMPANY","eventId":1},
                 {"subscriptionType":"object.associationChange","fromObjectTypeId":"0-1","fromObjectId":2,"toObjectId":7,"eventId":2},
                 {"subscriptionType":"contact.propertyChange","objectId":null,"eventId":3},
                 {"subscriptionType":"company.propertyChange","eventId":4}]""";
        var basket = new Found.Basket();
        new HubSpotCalls()
                .tell(
                        new Call("POST", Map.of(), Map.of(), Signature.bytes(events)),
                        line(),
                        basket);
        assertThat(basket.all(Person.class))
                .extracting(Person::id)
                .containsExactlyInAnyOrder("1", "2");
        assertThat(vendor().asked())
                .noneMatch(a -> a.path().contains("associations") || a.path().endsWith("/"));
    }

    @Test
    void aContactThatACallNamesMayBeGoneByThen() {
        var basket = new Found.Basket();
        new HubSpotCalls()
                .tell(
                        new Call(
                                "POST",
                                Map.of(),
                                Map.of(),
                                Signature.bytes(
                                        "[{\"subscriptionType\":\"contact.creation\",\"objectId\":77}]")),
                        line(),
                        basket);
        assertThat(people(basket.all(), "77"))
                .singleElement()
                .satisfies(p -> assertThat(p.left()).isEqualTo(NOW));
    }

    @Test
    void contactsAreCounted() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/contacts/search")
                                        ? Vendor.Answer.json(
                                                Map.of("total", 12_345, "results", List.of()))
                                        : null);
        assertThat(connector().counting().orElseThrow().count(line()))
                .containsExactly(Counting.Total.people("contacts", 12_345));
    }
}
