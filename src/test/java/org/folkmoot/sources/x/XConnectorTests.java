package org.folkmoot.sources.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class XConnectorTests extends ConnectorContract {

    private final Timeline x = new Timeline();
    private final Map<String, String> more = new HashMap<>();

    XConnectorTests() {
        x.post("99", "21", "Hey @us &amp; all", "");
        x.post("101", "7", "Release day", "");
        x.post("102", "21", "@us congratulations", "101");
        x.post("103", "22", "Agreed", "102");
        x.post("104", "7", "Thanks", "102");
        x.post("105", "22", "I like folkmoot", "");
    }

    @Override
    protected Connector connector() {
        return new XConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return x.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        var all = new HashMap<>(Map.of("base-url", base, "username", "us", "searches", "folkmoot"));
        all.putAll(more);
        return all;
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"title\":\"Too Many Requests\",\"status\":429}")
                .with("x-rate-limit-limit", "180")
                .with("x-rate-limit-remaining", "0")
                .with("x-rate-limit-reset", Long.toString(NOW.plusSeconds(600).getEpochSecond()));
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(600);
    }

    @Test
    void mentionsPostsRepliesSearchesAndFollowersAreRead() {
        var found = all("");
        assertThat(ids(found)).containsExactly("101", "102", "103", "104", "105", "99");
        assertThat(deed(found, "103").kind()).isEqualTo(Kind.REPLY);
        assertThat(deed(found, "103").parent()).isEqualTo("102");
        assertThat(deed(found, "99").text()).isEqualTo("Hey @us & all");
        assertThat(deed(found, "99").place()).isEqualTo("7");
        assertThat(deed(found, "99").mentions()).containsExactly("7");
        assertThat(found)
                .filteredOn(f -> f instanceof Person p && p.id().equals("22"))
                .isNotEmpty();
    }

    @Test
    void aSecondRoundCostsLittleAndANewFollowerIsFound() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isEmpty();
        assertThat(vendor().asked()).hasSize(4);

        var tomorrow = first.next().replace("2031-03-03T10:00:00Z", "2031-03-02T09:00:00Z");
        x.followers.addFirst("23");
        assertThat(ids(all(tomorrow))).containsExactly("follow/7/23");
    }

    @Test
    void whatIsLateEditedOrDeletedIsFound() {
        var first = round("");
        x.post("110", "23", "Late", "103");
        x.post("111", "7", "Release day!", "").put("edit_history_tweet_ids", List.of("101", "111"));
        x.posts.computeIfPresent("101", (_, row) -> edited(row));
        x.posts.remove("102");
        var second = all(first.next().replace("2031-03-03T10:00:00Z", "2031-03-02T09:00:00Z"));
        assertThat(ids(second)).containsExactly("101", "110");
        assertThat(deed(second, "101").text()).isEqualTo("Release day!");
        assertThat(second)
                .filteredOn(f -> f instanceof Found.Mark m && m.id().equals("102"))
                .hasSize(1);
        assertThat(second)
                .filteredOn(f -> f instanceof Found.Edit e && e.id().equals("101"))
                .hasSize(1);
    }

    @Test
    void itsOlderWordsAreUnderstoodToo() {
        x.post("112", "21", "RT", "")
                .putAll(
                        Map.of(
                                "author_id",
                                "7",
                                "referenced_tweets",
                                List.of(Map.of("type", "retweeted", "id", "99"))));
        x.post("113", "7", "Short", "").put("note_tweet", Map.of("text", "Long &gt; short"));
        var found = all("");
        assertThat(deed(found, "112").kind()).isEqualTo(Kind.SHARE);
        assertThat(deed(found, "112").parent()).isEqualTo("99");
        assertThat(deed(found, "112").text()).isNull();
        assertThat(deed(found, "113").text()).isEqualTo("Long > short");
    }

    /// Numbers hold times, our own timeline is by us, and names stand beside an answer.
    @Test
    void whatAnAnswerLeavesOutIsKnownOtherwise() {
        var id = "2038798530000027648";
        vendor().instead(
                        asked ->
                                asked.path().equals("/2/users/7/tweets")
                                        ? Vendor.Answer.of(
                                                200,
                                                """
                                                {"data":[{"id":"%s","text":"@ADA21 look","entities":{"mentions":[{"start":0,"end":6,"username":"ADA21"}]}}],
                                                 "includes":{"users":[{"id":"21","name":"Ada","username":"ada21"}]},"meta":{"result_count":1}}
                                                """
                                                        .formatted(id))
                                        : null);
        var found = all("");
        assertThat(deed(found, id).at()).isEqualTo(Instant.parse("2026-03-31T02:00:23Z"));
        assertThat(deed(found, id).who()).isEqualTo("7");
        assertThat(deed(found, id).mentions()).containsExactly("21");
    }

    @Test
    void whoMayNotSeeFollowersReadsTheRest() {
        var first = round("");
        var tomorrow = first.next().replace("2031-03-03T10:00:00Z", "2031-03-02T09:00:00Z");
        x.posts.remove("102");
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/followers")
                                        ? Vendor.Answer.of(
                                                403,
                                                "{\"title\":\"Client Forbidden\",\"reason\":\"client-not-enrolled\",\"type\":\"https://api.twitter.com/2/problems/client-forbidden\"}")
                                        : null);
        var found = round(tomorrow).found();
        assertThat(gone(found)).containsExactly("102");
        assertThat(found)
                .filteredOn(Found.Refused.class::isInstance)
                .extracting(f -> ((Found.Refused) f).reason())
                .containsExactly("X does not show us the followers (403).");
    }

    private static Map<String, Object> edited(Map<String, Object> row) {
        row.put("edit_history_tweet_ids", List.of("101", "111"));
        return row;
    }

    @Test
    void noMoreIsReadThanWasAllowedUntilTheNextMonth() {
        more.put("monthly-reads", "12");
        var cursor = "";
        var asked = 0;
        while (pull(cursor) instanceof Pull.Caught caught && asked++ < 20) {
            cursor = caught.next();
        }
        assertThat(pull(cursor))
                .isEqualTo(
                        new Pull.SlowDown(
                                Instant.parse("2031-04-01T00:00:00Z"),
                                "The 12 reads of X that you allow a month are used up."));
        assertThat(cursor).contains("\"month\":\"2031-03\"", "\"reads\":5");
        vendor().forget();
        pull(cursor);
        assertThat(vendor().asked()).isEmpty();
        assertThat(pull(cursor.replace("2031-03\"", "2031-02\""))).isInstanceOf(Pull.Caught.class);
    }

    @Test
    void nothingIsAskedOnceTheLimitIsUsedUp() {
        x.left = "0";
        var line = line();
        var caught = (Pull.Caught) connector().pull(line, "");
        assertThat(connector().pull(line, caught.next())).isInstanceOf(Pull.Caught.class);
        vendor().forget();
        assertThatThrownBy(() -> connector().pull(line, caught.next()))
                .isInstanceOf(RuntimeException.class);
        assertThat(vendor().asked()).isEmpty();
    }

    private Act act(Act.What what, String target, String text) {
        return new Act("key", what, target, "", text, Map.of(), NOW);
    }

    @Test
    void itPostsAnswersLikesHidesAndDeletes() {
        vendor().instead(
                        asked ->
                                asked.method().equals("GET")
                                        ? null
                                        : Vendor.Answer.of(
                                                200, "{\"data\":{\"id\":\"200\",\"text\":\"x\"}}"));
        var acts = connector().acting().orElseThrow();
        assertThat(acts.act(line(), act(Act.What.POST, "7", "Hello")).id()).isEqualTo("200");
        assertThat(vendor().asked().getLast().json().toString()).isEqualTo("{\"text\":\"Hello\"}");
        acts.act(line(), act(Act.What.REPLY, "102", "Thanks"));
        assertThat(
                        vendor().asked()
                                .getLast()
                                .json()
                                .path("reply")
                                .path("in_reply_to_tweet_id")
                                .asString())
                .isEqualTo("102");
        assertThat(acts.act(line(), act(Act.What.REACT, "102", "heart")).id())
                .isEqualTo("102/like/7");
        assertThat(vendor().asked().getLast().path()).isEqualTo("/2/users/7/likes");
        acts.act(line(), act(Act.What.HIDE, "102", ""));
        assertThat(vendor().asked().getLast().method()).isEqualTo("PUT");
        assertThat(vendor().asked().getLast().body()).isEqualTo("{\"hidden\":true}");
        acts.act(line(), act(Act.What.DELETE, "104", ""));
        assertThat(vendor().asked().getLast().path()).isEqualTo("/2/tweets/104");
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        403,
                                        "{\"title\":\"Forbidden\",\"detail\":\"You are not allowed to create a Tweet with duplicate content.\",\"status\":403}"));
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.POST, "7", "Hello")))
                .hasMessageContaining("duplicate content");
    }

    @Test
    void afterALostAnswerItFindsWhatIsThere() {
        x.post("120", "7", "Look: https://t.co/1 &lt;3", "102")
                .putAll(
                        Map.of(
                                "created_at",
                                NOW.toString(),
                                "entities",
                                Map.of(
                                        "urls",
                                        List.of(
                                                Map.of(
                                                        "url", "https://t.co/1",
                                                        "expanded_url", "https://folkmoot.org")))));
        var acts = connector().acting().orElseThrow();
        assertThat(acts.find(line(), act(Act.What.REPLY, "102", "Look: https://folkmoot.org <3")))
                .hasValueSatisfying(done -> assertThat(done.id()).isEqualTo("120"));
        assertThat(acts.find(line(), act(Act.What.REPLY, "101", "Look: https://folkmoot.org <3")))
                .isEmpty();
    }

    private static Call call(String body, String signature) {
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-twitter-webhooks-signature", signature),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itsCallsAreBelievedBySignatureAndBringTheSame() {
        var calls = connector().listening().orElseThrow();
        assertThat(
                        calls.hear(
                                new Call("GET", Map.of("crc_token", "abc"), Map.of(), new byte[0]),
                                connection(),
                                NOW))
                .isInstanceOfSatisfying(
                        Heard.Answer.class,
                        answer ->
                                assertThat(answer.body())
                                        .isEqualTo(
                                                "{\"response_token\":\"sha256=%s\"}"
                                                        .formatted(
                                                                Signature.sha256(
                                                                                SECRET,
                                                                                Signature.bytes(
                                                                                        "abc"))
                                                                        .base64())));
        var body =
                """
                {"for_user_id":"7","tweet_create_events":[{"id_str":"102","created_at":"Sat Mar 01 00:00:02 +0000 2031",
                "text":"@us congratulations","in_reply_to_status_id_str":"101","lang":"en",
                "user":{"id_str":"21","name":"Ada","screen_name":"ada21"},"entities":{"user_mentions":[{"id_str":"7"}]}}],
                "favorite_events":[{"id":"f","timestamp_ms":1930298400000,"favorited_status":{"id_str":"101"},"user":{"id_str":"21"}}],
                "follow_events":[{"type":"follow","created_timestamp":"1930298400000","source":{"id":"21"},"target":{"id":"7"}}],
                "tweet_delete_events":[{"status":{"id":"103","user_id":"7"},"timestamp_ms":"1930298400000"}]}"""
                        .replace("\n", "");
        var right =
                "sha256="
                        + Signature.sha256(SECRET, body.getBytes(StandardCharsets.UTF_8)).base64();
        assertThat(calls.hear(call(body, right), connection(), NOW)).isInstanceOf(Heard.Take.class);
        assertThat(calls.hear(call(body + " ", right), connection(), NOW))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(calls.hear(call(body, ""), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        var told = new Found.Basket();
        calls.tell(call(body, right), line(), told);
        var pulled = deed(all(""), "102");
        var heard = deed(told.all(), "102");
        assertThat(heard.parent()).isEqualTo(pulled.parent());
        assertThat(heard.who()).isEqualTo(pulled.who());
        assertThat(heard.text()).isEqualTo(pulled.text());
        assertThat(heard.place()).isEqualTo(pulled.place());
        assertThat(heard.at()).isEqualTo(pulled.at());
        assertThat(ids(told.all())).containsExactly("101/like/21", "102", "follow/7/21");
    }

    @Test
    void xIsAskedToCallAndAnAddressThatItGaveUpIsTriedOnceMore() {
        var known = new ArrayList<Map<String, Object>>();
        vendor().instead(
                        asked -> {
                            if (asked.path().equals("/2/webhooks")
                                    && asked.method().equals("POST")) {
                                known.add(
                                        Map.of(
                                                "id",
                                                "55",
                                                "url",
                                                asked.json().path("url").asString(),
                                                "valid",
                                                false));
                                return Vendor.Answer.json(known.getFirst());
                            }
                            return Vendor.Answer.json(
                                    Map.of(
                                            "data",
                                            asked.method().equals("GET") ? known : Map.of()));
                        });
        var calls = connector().listening().orElseThrow();
        assertThat(calls.arrange(line(), "https://moot.example/hooks/7"))
                .contains(NOW.plusSeconds(86_400));
        calls.arrange(line(), "https://moot.example/hooks/7");
        assertThat(vendor().asked())
                .extracting(asked -> asked.method() + " " + asked.path())
                .containsExactly(
                        "GET /2/webhooks",
                        "POST /2/webhooks",
                        "POST /2/account_activity/webhooks/55/subscriptions/all",
                        "GET /2/webhooks",
                        "PUT /2/webhooks/55",
                        "POST /2/account_activity/webhooks/55/subscriptions/all");
    }

    @Test
    void onlyOurOwnWebhookIsTakenAway() {
        var known =
                List.of(
                        Map.of("id", "54", "url", "https://moot.example/hooks/6", "valid", true),
                        Map.of("id", "55", "url", "https://moot.example/hooks/7", "valid", true));
        vendor().instead(
                        asked ->
                                asked.method().equals("GET")
                                        ? Vendor.Answer.json(Map.of("data", known))
                                        : Vendor.Answer.of(404, ""));
        connector().listening().orElseThrow().unlisten(line(), "https://moot.example/hooks/7");
        assertThat(vendor().asked())
                .extracting(asked -> asked.method() + " " + asked.path())
                .containsExactly("GET /2/webhooks", "DELETE /2/webhooks/55");
    }

    @Test
    void aRefreshTokenIsSentAsXWantsIt() {
        var grant = connector().grant().orElseThrow();
        var ask = grant.ask(connection(), "r1", NOW);
        assertThat(ask.body()).contains("grant_type=refresh_token", "refresh_token=r1");
        assertThat(ask.headers().get("Authorization")).startsWith("Basic ");
        assertThat(
                        grant.ask(connection(), Grant.consented("c", "v", "https://here.example/x"))
                                .body())
                .contains("code_verifier=v");
    }
}
