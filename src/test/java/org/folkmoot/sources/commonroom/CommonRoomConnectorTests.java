package org.folkmoot.sources.commonroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.commonroom.CommonRoomAnswers;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.Test;

class CommonRoomConnectorTests extends ConnectorContract {

    private static final int PAGE = 2;

    private final List<Map<String, Object>> contacts = new ArrayList<>();
    private final List<Map<String, Object>> activities = new ArrayList<>();
    private String left = "100";

    CommonRoomConnectorTests() {
        contact(1, "Ada");
        contact(2, "Grace");
        contact(3, "Mary");
        activity(1, "tweet", "2030-01-01T00:00:00.000Z");
        activity(2, "pr_comment", "2030-01-02T00:00:00.000Z");
        activity(3, "started_training", "2030-06-01T00:00:00.000Z");
    }

    private void contact(int number, String name) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", "c_" + number);
        row.put("name", name);
        row.put("fullName", name);
        row.put("primaryEmail", null);
        row.put("companyName", "Acme");
        row.put("segments", List.of(Map.of("id", "s_1", "name", "Champions")));
        row.put("tags", List.of("l_7", "l_8"));
        row.put("customFields", Map.of("cf_1", Map.of("type", "string", "value", "pro")));
        contacts.add(row);
    }

    private void activity(int number, String type, String at) {
        activities.add(
                Map.of(
                        "id",
                        "a_" + number,
                        "type",
                        type,
                        "activityTime",
                        at,
                        "contactId",
                        "c_1",
                        "content",
                        "Words " + number,
                        "providerName",
                        "GitHub",
                        "subSourceNames",
                        List.of("acme/moot")));
    }

    @Override
    protected Connector connector() {
        return new CommonRoomConnector();
    }

    @Override
    protected Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return some(asked)
                .with("X-RateLimit-Limit", "100")
                .with("X-RateLimit-Remaining", left)
                .with("X-RateLimit-Reset", Long.toString(NOW.plusSeconds(40).getEpochSecond()));
    }

    private Answer some(Vendor.Asked asked) {
        return switch (asked.path().replace("/community", "")) {
            case "/v2/tags" ->
                    Answer.json(Map.of("data", List.of(Map.of("id", "l_7", "name", "Speaker"))));
            case "/v2/contacts" -> page(sorted(asked), asked.one("cursor"));
            case "/v2/contacts/c_1" -> Answer.json(Map.of("data", contacts.getFirst()));
            case "/v2/activities" -> {
                var since = asked.one("startDate");
                var rows =
                        activities.stream()
                                .filter(
                                        a ->
                                                since.isEmpty()
                                                        || !Instant.parse(
                                                                        (String)
                                                                                a.get(
                                                                                        "activityTime"))
                                                                .isBefore(Instant.parse(since)))
                                .toList();
                yield page(rows, asked.one("cursor"));
            }
            case "/v2/activities/a_2" -> Answer.json(Map.of("data", activities.get(1)));
            case "/v2/api-token-status" -> Answer.json(Map.of("communityName", "Moot"));
            case "/v1/source/12/user", "/v1/source/12/activity" ->
                    Answer.of(202, "{\"status\":\"ok\"}");
            default -> Answer.of(404, "{\"reason\":\"not-found\"}");
        };
    }

    private List<Map<String, Object>> sorted(Vendor.Asked asked) {
        return asked.one("direction").equals("desc") ? contacts.reversed() : contacts;
    }

    private static Answer page(List<Map<String, Object>> rows, String cursor) {
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var to = Math.min(rows.size(), from + PAGE);
        var meta = new LinkedHashMap<String, Object>();
        meta.put("nextCursor", to < rows.size() ? Integer.toString(to) : null);
        return Answer.json(Map.of("success", true, "data", rows.subList(from, to), "meta", meta));
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url", base + "/community/v2",
                "core-url", base + "/community/v1",
                "signal", "12");
    }

    @Override
    protected Answer tooMuch() {
        return Answer.of(429, "{\"reason\":\"rate-limited\",\"rateLimit\":{\"waitMs\":5000}}")
                .with("Retry-After", "2031-03-03T10:00:30.000Z");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(30);
    }

    @Test
    void contactsAndActivitiesAreThoseOfAnImport() {
        var all = all("");
        assertThat(ids(all)).containsExactly("a_1", "a_2", "a_3");
        var imported = new Found.Basket();
        var answers = new CommonRoomAnswers("commonroom", imported);
        activities.forEach(row -> answers.read(JsonRows.JSON.valueToTree(row), ""));
        assertThat(all).containsAll(imported.all(Deed.class));
        assertThat(all)
                .filteredOn(f -> f instanceof Person p && p.id().equals("c_1"))
                .first()
                .satisfies(
                        f -> {
                            var person = (Person) f;
                            assertThat(person.source()).isEqualTo("commonroom");
                            assertThat(person.tags()).contains("Champions", "Speaker", "l_8");
                            assertThat(person.fields())
                                    .containsEntry("organisation", "Acme")
                                    .containsEntry("cf_1", "pro");
                        });
    }

    @Test
    void aSecondRoundReadsWhatIsNew() {
        var first = round("");
        contact(4, "Mary Ann");
        activity(4, "tweet", "2030-06-02T00:00:00.000Z");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).containsExactly("a_3", "a_4");
        assertThat(second.found())
                .filteredOn(f -> f instanceof Person p && p.id().equals("c_4"))
                .isNotEmpty();
        assertThat(vendor().asked()).hasSizeLessThan(4);
    }

    @Test
    void aCountThatIsUsedUpIsWaitedFor() {
        left = "0";
        var line = line();
        assertThat(Pulling.pull(connector(), line, "")).isInstanceOf(Pull.Caught.class);
        assertThat(Pulling.pull(connector(), line, ""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow -> assertThat(slow.until()).isEqualTo(NOW.plusSeconds(40)));
        assertThat(vendor().asked()).hasSize(1);
    }

    @Test
    void withoutAHeaderTheBodySaysHowLongToWait() {
        vendor().instead(_ -> Answer.of(429, "{\"rateLimit\":{\"waitMs\":5000}}"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow -> assertThat(slow.until()).isEqualTo(NOW.plusSeconds(5)));
    }

    private static Call call(String secret, String body) {
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-commonroom-webhook-secret", secret),
                Signature.bytes(body));
    }

    @Test
    void onlyWhoBearsTheSecretIsHeard() {
        var calls = new CommonRoomCalls();
        var body = "{\"payload\":{\"primaryEmail\":\"ada@example.org\"}}";
        assertThat(calls.hear(call(SECRET, body), connection(), NOW))
                .isInstanceOf(Heard.Take.class)
                .isEqualTo(calls.hear(call(SECRET, body), connection(), NOW));
        assertThat(calls.hear(call(SECRET + "x", body), connection(), NOW))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(calls.hear(call("", body), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        assertThat(calls.hear(call(SECRET, "{"), connection(), NOW))
                .isInstanceOf(Heard.Refuse.class);
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var basket = new Found.Basket();
        new CommonRoomCalls()
                .tell(
                        call(
                                SECRET,
                                "{\"payload\":{\"primaryEmail\":\"ada@example.org\",\"commonRoomContactLink\":\"https://app.commonroom.io/community/5/member/1\"}}"),
                        line(),
                        basket);
        new CommonRoomCalls()
                .tell(
                        call(SECRET, "{\"payload\":{\"id\":\"a_2\",\"type\":\"pr_comment\"}}"),
                        line(),
                        basket);
        assertThat(basket.all(Person.class))
                .singleElement()
                .satisfies(p -> assertThat(p.id()).isEqualTo("c_1"))
                .satisfies(p -> assertThat(p.fields()).containsEntry("organisation", "Acme"));
        assertThat(basket.all(Deed.class)).singleElement().isIn(all(""));
    }

    @Test
    void aContactWithoutALinkIsKnownByItsAddress() {
        var basket = new Found.Basket();
        new CommonRoomCalls()
                .tell(
                        call(
                                SECRET,
                                "{\"payload\":{\"primaryEmail\":\"Ada@example.org\",\"organization\":{\"name\":\"Acme\"}}}"),
                        line(),
                        basket);
        assertThat(basket.all(Person.class))
                .singleElement()
                .satisfies(p -> assertThat(p.id()).isEqualTo("ada@example.org"))
                .satisfies(p -> assertThat(p.fields()).containsEntry("organisation", "Acme"));
    }

    private static Act act(Act.What what, String text, Map<String, String> more) {
        return new Act(
                "folkmoot-9",
                what,
                "ada@example.org",
                "",
                text,
                more,
                Instant.parse("2031-03-03T10:00:00Z"));
    }

    @Test
    void peopleAndWhatTheyDidArePushedByOurKeys() {
        var acts = new CommonRoomActs();
        acts.act(
                line(),
                act(Act.What.CONTACT, "", Map.of("name", "Ada", "github", "ada", "x_y", "z")));
        var asked = vendor().asked().getLast();
        assertThat(asked.path()).isEqualTo("/community/v1/source/12/user");
        assertThat(asked.json())
                .isEqualTo(
                        JsonRows.JSON.readTree(
                                """
                                {"id":"ada@example.org","email":"ada@example.org","fullName":"Ada",
                                 "github":{"type":"handle","value":"ada"}}"""));
        var done = acts.act(line(), act(Act.What.POST, "Spoke", Map.of("place", "Moot")));
        assertThat(done.id()).isEqualTo("folkmoot-9");
        assertThat(vendor().asked().getLast().json())
                .isEqualTo(
                        JsonRows.JSON.readTree(
                                """
                                {"id":"folkmoot-9","activityType":"posted_message",
                                 "user":{"id":"ada@example.org","email":"ada@example.org"},
                                 "content":{"type":"text","value":"Spoke"},
                                 "timestamp":"2031-03-03T10:00:00Z","subSource":{"type":"name","name":"Moot"}}"""));
        assertThat(acts.twice(act(Act.What.POST, "", Map.of()))).isTrue();
        vendor().instead(_ -> Answer.of(400, "{\"reason\":\"invalid-request-body\"}"));
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.CONTACT, "", Map.of())))
                .isInstanceOf(RuntimeException.class);
    }
}
