package org.folkmoot.sources.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

/// What an instance calls about, and what we do there.
class MastodonCallsTests extends ConnectorContract {

    private final Instance instance = new Instance();
    private final Acting acts = new MastodonActs();

    MastodonCallsTests() {
        instance.say(10, "ada", "", "How do I thread 24 shafts?", "weaving");
        instance.say(11, "grace@far.example", "10", "Count in groups.")
                .put("visibility", "unlisted");
    }

    @Override
    protected Connector connector() {
        return new MastodonConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        if (asked.path().equals("/api/v2/search")) {
            return Vendor.Answer.json(Map.of("statuses", List.of(instance.said(11))));
        }
        if (asked.path().equals("/api/v1/accounts/lookup")) {
            return Vendor.Answer.json(Map.of("id", "9"));
        }
        if (asked.path().equals("/api/v1/admin/accounts/9")) {
            return Vendor.Answer.json(Map.of("id", "9", "suspended", true, "silenced", true));
        }
        if (asked.method().equals("POST") && asked.path().equals("/api/v1/statuses")) {
            var body = asked.json();
            return body.has("scheduled_at")
                    ? Vendor.Answer.json(Map.of("id", "77", "scheduled_at", "2031-03-04T00:00:00Z"))
                    : Vendor.Answer.json(
                            instance.say(
                                    50,
                                    "ada",
                                    body.path("in_reply_to_id").asString(""),
                                    body.path("status").asString("")));
        }
        if (asked.path().endsWith("/favourite")) {
            return Vendor.Answer.json(instance.said(10));
        }
        return asked.method().equals("GET") ? instance.answer(asked) : Vendor.Answer.of(200, "{}");
    }

    @Override
    protected List<String> contractLeavesOut() {
        return List.of(
                ".*No API path found.*/admin/.*", // in methods/admin of the documentation
                "(?s)POST /api/v1/statuses: Unable to parse JSON.*"); // the key is no JSON
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "tags", "weaving", "domain", Instance.HOST);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "").with("X-RateLimit-Reset", "2031-03-03T10:04:30Z");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(270);
    }

    private static Call call(String body, String secret) {
        var signature = Signature.sha256(secret, Signature.bytes(body)).hex();
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-hub-signature", "sha256=" + signature),
                Signature.bytes(body));
    }

    private Heard hear(Call call) {
        return new MastodonCalls().hear(call, connection(), NOW);
    }

    private Found.Basket told(String event, Object object) {
        var body =
                "{\"event\":\"%s\",\"created_at\":\"2025-03-05T00:00:00Z\",\"object\":%s}"
                        .formatted(event, Instance.json(object));
        var basket = new Found.Basket();
        new MastodonCalls().tell(call(body, SECRET), line(), basket);
        return basket;
    }

    @Test
    void onlyWhatIsSignedIsTakenAndWhatComesAgainHasTheSameName() {
        var body = "{\"event\":\"status.created\",\"object\":{}}";
        assertThat(hear(call(body, SECRET))).isInstanceOf(Heard.Take.class);
        assertThat(hear(call(body, SECRET))).isEqualTo(hear(call(body, SECRET)));
        assertThat(hear(call(body, "another"))).isInstanceOf(Heard.Refuse.class);
        var forged =
                new Call("POST", Map.of(), call(body, SECRET).headers(), Signature.bytes("{}"));
        assertThat(hear(forged)).isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call("{}", SECRET))).isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call("{", SECRET))).isInstanceOf(Heard.Refuse.class);
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var pulled =
                all("").stream()
                        .filter(f -> f instanceof Deed d && d.id().equals(Instance.uri(11)))
                        .findFirst()
                        .orElseThrow();
        assertThat(told("status.created", instance.said(11)).all(Deed.class))
                .singleElement()
                .isEqualTo(pulled);
    }

    @Test
    void accountsAndReportsAreTold() {
        var made =
                Map.of(
                        "created_at",
                        "2025-03-04T00:00:00Z",
                        "account",
                        Instance.account("5", "eve"));
        assertThat(told("account.created", made).all(Deed.class))
                .singleElement()
                .satisfies(d -> assertThat(d.id()).isEqualTo("join/eve@moot.example"));
        assertThat(told("account.updated", made).all(Person.class)).hasSize(1);
        var report =
                Map.of(
                        "id", "3",
                        "created_at", "2025-03-05T00:00:00Z",
                        "comment", "",
                        "target_account", made,
                        "statuses", List.of(instance.said(10)));
        assertThat(told("report.created", report).all(Deed.class))
                .singleElement()
                .satisfies(d -> assertThat(d.id()).isEqualTo("report/moot.example/3"))
                .satisfies(d -> assertThat(d.facts()).containsEntry("posts", Instance.uri(10)));
    }

    private Acting.Done done(What what, String target, String text, Map<String, String> more) {
        vendor().forget();
        return acts.act(line(), new Act("folkmoot-12", what, target, "", text, more, NOW));
    }

    private Vendor.Asked asked() {
        return vendor().asked().getLast();
    }

    @Test
    void aPostBearsItsKey() {
        var done = done(What.POST, "@ada", "Hello", Map.of());
        assertThat(done.id()).isEqualTo(Instance.uri(50));
        assertThat(asked().headers()).containsEntry("idempotency-key", "folkmoot-12");
        assertThat(asked().json().path("status").asString("")).isEqualTo("Hello");
        assertThat(asked().json().path("visibility").asString("")).isEqualTo("public");
        var later = done(What.POST, "@ada", "Hello", Map.of("scheduled", "2031-03-04T00:00:00Z"));
        assertThat(later.id()).isEqualTo("scheduled/77");
    }

    @Test
    void anAnswerNamesWhomItAnswersAndIsShownToNobodyMore() {
        done(What.REPLY, Instance.uri(11), "So", Map.of());
        assertThat(asked().json().path("in_reply_to_id").asString("")).isEqualTo("11");
        assertThat(asked().json().path("status").asString("")).isEqualTo("@grace@far.example So");
        assertThat(asked().json().path("visibility").asString("")).isEqualTo("unlisted");
        done(What.REPLY, "https://far.example/objects/1", "So", Map.of());
        assertThat(vendor().asked().getFirst().one("q")).isEqualTo("https://far.example/objects/1");
    }

    @Test
    void whatWasPostedIsFoundAgain() {
        var act =
                new Act(
                        "k",
                        What.REPLY,
                        Instance.uri(11),
                        "",
                        "So & so",
                        Map.of(),
                        Instant.parse("2025-03-03T09:00:00Z"));
        assertThat(acts.find(line(), act)).isEmpty();
        var done = acts.act(line(), act);
        assertThat(acts.find(line(), act)).contains(done);
    }

    @Test
    void postsAreLikedAndDeletedAndAccountsLimitedAndLetIn() {
        var liked = done(What.REACT, Instance.uri(10), "", Map.of());
        assertThat(liked.id()).isEqualTo(Instance.uri(10) + "/favourite/ada@moot.example");
        done(What.DELETE, Instance.uri(10), "", Map.of());
        assertThat(asked().method() + asked().path()).isEqualTo("DELETE/api/v1/statuses/10");
        done(What.TIMEOUT, "eve@moot.example", "Adverts", Map.of());
        assertThat(vendor().asked().getFirst().one("acct")).isEqualTo("eve");
        assertThat(asked().path()).isEqualTo("/api/v1/admin/accounts/9/action");
        assertThat(asked().json().path("type").asString("")).isEqualTo("silence");
        done(What.BAN, "eve@far.example", "Adverts", Map.of("report_id", "3"));
        assertThat(asked().json().path("type").asString("")).isEqualTo("suspend");
        done(What.LIFT, "eve@far.example", "", Map.of());
        assertThat(vendor().asked())
                .extracting(Vendor.Asked::path)
                .contains(
                        "/api/v1/admin/accounts/9/unsuspend", "/api/v1/admin/accounts/9/unsilence");
    }

    @Test
    void aRefusalIsToldInItsOwnWords() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        422,
                                        "{\"error\":\"Validation failed: Text character limit of 500 exceeded\"}"));
        assertThatThrownBy(() -> done(What.POST, "@ada", "Long", Map.of()))
                .hasMessageContaining("character limit of 500");
    }
}
