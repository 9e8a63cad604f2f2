package org.folkmoot.sources.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LinkedInConnectorTests extends ConnectorContract {

    private static final String ONE = "urn:li:share:1";
    private static final String ADA = "urn:li:person:ada";
    private final Showcase page = new Showcase();

    LinkedInConnectorTests() {
        page.post(ONE, "Meet {hashtag|\\#|folkmoot} and @[Ada](urn:li:person:ada) \\(now\\)", 10);
        page.post("urn:li:ugcPost:2", "Two", 20);
        page.post("urn:li:share:3", "Three", 30);
        page.comment(ONE, "11", ADA, "Nice", 100);
        page.comment(ONE, "12", "urn:li:person:grace", "Indeed", 110);
        page.comment(ONE, "13", ADA, "When?", 120);
        page.comment(Showcase.urn("13"), "14", Showcase.US, "Soon", 130);
    }

    @Override
    protected Connector connector() {
        return new LinkedInConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer " + SECRET)
                .containsEntry("linkedin-version", "202606")
                .containsEntry("x-restli-protocol-version", "2.0.0");
        return page.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url", base + "/rest", "organization", "5515715", "application-id", "12");
    }

    /// The description leaves out what LinkedIn documents: the finder of posts, comments and
    /// reactions.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of(".* /rest/(posts|socialActions|reactions)\\b.*: No API path found.*");
    }

    /// A page need not tell how many there are, nor where the next one is.
    @Test
    void aFullPageMayNotBeTheLast() {
        var paging = JsonMapper.shared().createObjectNode();
        var page = JsonMapper.shared().createObjectNode();
        page.putObject("paging").put("start", 0).put("count", LinkedInApi.PAGE).putArray("links");
        var rows = page.putArray("elements");
        for (int n = 0; n < LinkedInApi.PAGE; n++) {
            rows.addObject().put("id", n);
        }
        assertThat(LinkedInApi.next(page, 0)).isEqualTo(LinkedInApi.PAGE);
        page.set("paging", paging.put("total", LinkedInApi.PAGE));
        assertThat(LinkedInApi.next(page, 0)).isZero();
        assertThat(LinkedInApi.next(paging, LinkedInApi.PAGE)).isZero();
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                429,
                "{\"status\":429,\"code\":\"TOO_MANY_REQUESTS\",\"message\":\"Resource level throttle APPLICATION DAY limit for calls to this resource is reached.\"}");
    }

    @Override
    protected Instant until() {
        return Instant.parse("2031-03-04T00:00:00Z");
    }

    @Test
    void postsCommentsOfAllDepthsAndReactionsAreRead() {
        var found = all("");
        assertThat(ids(found))
                .containsExactlyInAnyOrder(
                        ONE,
                        "urn:li:ugcPost:2",
                        "urn:li:share:3",
                        Showcase.urn("11"),
                        Showcase.urn("12"),
                        Showcase.urn("13"),
                        Showcase.urn("14"),
                        ONE + "/reaction/" + ADA);
        assertThat(deed(found, ONE).text()).isEqualTo("Meet #folkmoot and @Ada (now)");
        assertThat(deed(found, ONE).mentions()).containsExactly(ADA);
        assertThat(deed(found, Showcase.urn("11")).parent()).isEqualTo(ONE);
        assertThat(deed(found, Showcase.urn("14")).parent()).isEqualTo(Showcase.urn("13"));
        assertThat(deed(found, Showcase.urn("14")).who()).isEqualTo(Showcase.US);
        assertThat(deed(found, ONE + "/reaction/" + ADA).kind()).isEqualTo(Kind.REACTION);
    }

    @Test
    void figuresComeByDays() {
        var figures = new ArrayList<Statistic>();
        var cursor = "";
        for (var more = true; more; ) {
            var caught = (Pull.Caught) pull(cursor);
            figures.addAll(caught.figures());
            cursor = caught.next();
            more = caught.more();
        }
        assertThat(figures)
                .extracting(s -> s.day() + " " + s.name() + " " + s.value())
                .contains(
                        LocalDate.of(2031, 3, 3) + " followers 219145",
                        LocalDate.of(2031, 3, 2) + " impressions 36",
                        LocalDate.of(2031, 3, 2) + " engagement 0.017",
                        LocalDate.of(2031, 3, 2) + " followers won 3");
        assertThat(vendor().asked().getLast().one("timeIntervals.timeGranularityType"))
                .isEqualTo("DAY");
    }

    @Test
    void whatIsLateEditedOrDeletedIsFound() {
        var first = round("");
        vendor().forget();
        assertThat(gone(all(first.next()))).isEmpty();
        page.posts.removeIf(row -> "urn:li:ugcPost:2".equals(row.get("id")));
        page.post("urn:li:share:4", "Four", 8_000_000);
        page.comment("urn:li:share:3", "20", ADA, "Better late", 8_000_100);
        page.comments.computeIfAbsent(ONE, _ -> new ArrayList<>()).removeFirst();
        var second = all(first.next().replace("2031-03-03T10:00:00Z", "2031-03-02T09:00:00Z"));
        assertThat(ids(second)).contains("urn:li:share:4", Showcase.urn("20"));
        assertThat(gone(second)).containsExactlyInAnyOrder("urn:li:ugcPost:2", Showcase.urn("11"));
    }

    @Test
    void linkedInIsAskedToCall() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/organizationAcls")
                                        ? Vendor.Answer.json(
                                                Map.of(
                                                        "elements",
                                                        List.of(
                                                                Map.of(
                                                                        "organization",
                                                                        Showcase.US,
                                                                        "roleAssignee",
                                                                        ADA))))
                                        : Vendor.Answer.of(200, "{\"expiresAt\":1940000000000}"));
        var calls = connector().listening().orElseThrow();
        assertThat(calls.arrange(line(), "https://moot.example/hooks/7"))
                .contains(Instant.ofEpochMilli(1_940_000_000_000L));
        var put = vendor().asked().get(1);
        assertThat(put.method()).isEqualTo("PUT");
        assertThat(put.path())
                .isEqualTo(
                        "/rest/eventSubscriptions/(developerApplication:urn:li:developerApplication:12,user:%s,entity:%s,eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS)"
                                .formatted(ADA, Showcase.US));
        assertThat(put.body()).isEqualTo("{\"webhook\":\"https://moot.example/hooks/7\"}");
    }

    @Test
    void itIsAskedToCallNoMoreUnlessItCallsAnother() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/organizationAcls")
                                        ? Vendor.Answer.json(
                                                Map.of(
                                                        "elements",
                                                        List.of(
                                                                Map.of(
                                                                        "organization",
                                                                        Showcase.US,
                                                                        "roleAssignee",
                                                                        ADA))))
                                        : Vendor.Answer.of(
                                                200,
                                                "{\"webhook\":\"https://moot.example/hooks/7\"}"));
        var calls = connector().listening().orElseThrow();
        calls.unlisten(line(), "https://moot.example/hooks/8");
        assertThat(vendor().asked()).noneMatch(a -> a.method().equals("DELETE"));
        calls.unlisten(line(), "https://moot.example/hooks/7");
        assertThat(vendor().asked().getLast().method()).isEqualTo("DELETE");
        assertThat(vendor().asked().getLast().path())
                .isEqualTo(
                        "/rest/eventSubscriptions/(developerApplication:urn:li:developerApplication:12,user:%s,entity:%s,eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS)"
                                .formatted(ADA, Showcase.US));
    }

    @Test
    void aVersionThatEndedIsForAPersonToMend() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        426, "{\"status\":426,\"code\":\"NONEXISTENT_VERSION\"}"));
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class);
    }

    private Act act(Act.What what, String target, String text) {
        return new Act("key", what, target, "", text, Map.of(), NOW);
    }

    @Test
    void itPostsAnswersReactsAndDeletesInThePagesName() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/comments")
                                        ? Vendor.Answer.of(
                                                201,
                                                "{\"id\":\"30\",\"commentUrn\":\"%s\"}"
                                                        .formatted(Showcase.urn("30")))
                                        : Vendor.Answer.of(201, "")
                                                .with("x-restli-id", "urn:li:share:30"));
        var acts = connector().acting().orElseThrow();
        assertThat(acts.act(line(), act(Act.What.POST, Showcase.US, "Hello (all) #moot")).id())
                .isEqualTo("urn:li:share:30");
        var said = vendor().asked().getLast().json();
        assertThat(said.path("commentary").asString()).isEqualTo("Hello \\(all\\) \\#moot");
        assertThat(said.path("author").asString()).isEqualTo(Showcase.US);
        assertThat(acts.act(line(), act(Act.What.REPLY, Showcase.urn("13"), "Soon")).id())
                .isEqualTo(Showcase.urn("30"));
        var replied = vendor().asked().getLast();
        assertThat(replied.path())
                .isEqualTo("/rest/socialActions/%s/comments".formatted(Showcase.urn("13")));
        assertThat(replied.json().path("parentComment").asString()).isEqualTo(Showcase.urn("13"));
        assertThat(acts.act(line(), act(Act.What.REACT, ONE, "praise")).id())
                .isEqualTo(ONE + "/reaction/" + Showcase.US);
        assertThat(vendor().asked().getLast().one("actor")).isEqualTo(Showcase.US);
        acts.act(line(), act(Act.What.DELETE, Showcase.urn("14"), ""));
        assertThat(vendor().asked().getLast().path())
                .isEqualTo("/rest/socialActions/urn:li:activity:9/comments/14");
        acts.act(line(), act(Act.What.EDIT, ONE, "Better"));
        assertThat(vendor().asked().getLast().headers())
                .containsEntry("x-restli-method", "PARTIAL_UPDATE");
        vendor().instead(
                        _ -> Vendor.Answer.of(422, "{\"message\":\"Duplicate post is detected\"}"));
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.POST, Showcase.US, "Hello")))
                .hasMessageContaining("Duplicate post");
    }

    @Test
    void afterALostAnswerItFindsWhatIsThere() {
        page.post("urn:li:share:9", "Hello \\(all\\)", 0).put("createdAt", NOW.toEpochMilli());
        var acts = connector().acting().orElseThrow();
        assertThat(acts.find(line(), act(Act.What.POST, Showcase.US, "Hello (all)")))
                .hasValueSatisfying(done -> assertThat(done.id()).isEqualTo("urn:li:share:9"));
        assertThat(acts.find(line(), act(Act.What.POST, Showcase.US, "Three"))).isEmpty();
        page.comment(ONE, "40", Showcase.US, "Yes", NOW.toEpochMilli() - Showcase.BEGAN);
        assertThat(acts.find(line(), act(Act.What.REPLY, ONE, "Yes")))
                .hasValueSatisfying(done -> assertThat(done.id()).isEqualTo(Showcase.urn("40")));
    }

    private static Call call(String body, String signature) {
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-li-signature", signature),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itsCallsAreBelievedBySignatureAndBringTheSame() {
        var calls = connector().listening().orElseThrow();
        assertThat(
                        calls.hear(
                                new Call(
                                        "GET",
                                        Map.of("challengeCode", "abc"),
                                        Map.of(),
                                        new byte[0]),
                                connection(),
                                NOW))
                .isInstanceOfSatisfying(
                        Heard.Answer.class,
                        answer ->
                                assertThat(answer.body())
                                        .contains(
                                                "\"challengeCode\":\"abc\"",
                                                Signature.sha256(SECRET, Signature.bytes("abc"))
                                                        .hex()));
        var body =
                """
                {"type":"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS","notifications":[
                {"notificationId":1,"organizationalEntity":"%s","action":"COMMENT","sourcePost":"%s"},
                {"notificationId":2,"organizationalEntity":"%s","action":"LIKE","sourcePost":"%s"},
                {"notificationId":3,"organizationalEntity":"%s","action":"COMMENT_DELETE","generatedActivity":"%s"}]}"""
                        .formatted(
                                Showcase.US, ONE, Showcase.US, ONE, Showcase.US, Showcase.urn("7"));
        var right = Signature.sha256(SECRET, Signature.bytes("hmacsha256=" + body)).hex();
        assertThat(calls.hear(call(body, right), connection(), NOW)).isInstanceOf(Heard.Take.class);
        assertThat(calls.hear(call(body + " ", right), connection(), NOW))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(calls.hear(call(body, ""), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        var told = new Found.Basket();
        calls.tell(call(body, right), line(), told);
        assertThat(ids(told.all()))
                .contains(Showcase.urn("14"), ONE + "/reaction/" + ADA)
                .isSubsetOf(ids(all("")));
        assertThat(gone(told.all())).containsExactly(Showcase.urn("7"));
    }
}
