package org.folkmoot.sources.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Signature;
import org.junit.jupiter.api.Test;

/// What Twitch calls to tell us.
class TwitchCallsTests extends ArenaContract {

    private static final String HOOK = "https://moot.example/hooks/7";

    private final TwitchCalls calls = new TwitchCalls();

    private static Call call(String type, String id, Instant at, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = new HashMap<String, String>();
        headers.put("twitch-eventsub-message-id", id);
        headers.put("twitch-eventsub-message-timestamp", at.toString());
        headers.put("twitch-eventsub-message-type", type);
        headers.put(
                "twitch-eventsub-message-signature",
                "sha256="
                        + Signature.of("HmacSHA256", SECRET, Signature.bytes(id + at), bytes)
                                .hex());
        return new Call("POST", Map.of(), headers, bytes);
    }

    private Heard hear(Call call) {
        return calls.hear(call, connection(), NOW);
    }

    @Test
    void theChallengeIsEchoedAndForgedOrOldCallsAreRefused() {
        var hello = "{\"challenge\":\"pogchamp-kappa-360noscope-vohiyo\",\"subscription\":{}}";
        assertThat(hear(call("webhook_callback_verification", "a1", NOW, hello)))
                .isEqualTo(new Heard.Answer(200, "text/plain", "pogchamp-kappa-360noscope-vohiyo"));
        assertThat(hear(call("notification", "a2", NOW.minusSeconds(599), "{}")))
                .isEqualTo(new Heard.Take("a2"));
        assertThat(hear(call("notification", "a2", NOW.minusSeconds(601), "{}")))
                .isInstanceOf(Heard.Refuse.class);
        var right = call("notification", "a2", NOW, "{}");
        var other = new HashMap<>(right.headers());
        other.put("twitch-eventsub-message-id", "a3");
        assertThat(hear(new Call("POST", Map.of(), other, right.body())))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(hear(new Call("POST", Map.of(), Map.of(), right.body())))
                .isInstanceOf(Heard.Refuse.class);
    }

    private Found.Basket told(String type, String event) {
        var basket = new Found.Basket();
        var body =
                Arena.json("{'subscription':{'type':'" + type + "'},'event':" + event + "}")
                        .toString();
        calls.tell(call("notification", "a5", NOW, body), line(), basket);
        return basket;
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var follower =
                "{'user_id':'21','user_login':'fan','user_name':'Fan','broadcaster_user_id':'1','followed_at':'2031-02-01T10:00:00.123456789Z'}";
        arena.followers.add(Arena.json(follower));
        arena.bans.add(
                Arena.json(
                        "{'user_id':'66','user_login':'spam','user_name':'Spam','created_at':'2031-02-01T10:00:00Z','expires_at':'','reason':'spam'}"));
        var pulled = all("");
        assertThat(pulled).containsAll(told("channel.follow", follower).all(Deed.class));
        assertThat(pulled)
                .containsAll(
                        told(
                                        "channel.ban",
                                        "{'user_id':'66','user_login':'spam','user_name':'Spam','broadcaster_user_id':'1','reason':'spam','banned_at':'2031-02-01T10:00:00.9Z','ends_at':null,'is_permanent':true}")
                                .all(Deed.class));
    }

    @Test
    void chatIsHeardWithRepliesAndDeletions() {
        var reply =
                told(
                                "channel.chat.message",
                                "{'broadcaster_user_id':'1','chatter_user_id':'3','chatter_user_login':'eve','chatter_user_name':'Eve','message_id':'m2','message':{'text':'Here'},'reply':{'parent_message_id':'m1'},'cheer':null,'source_broadcaster_user_id':null}")
                        .all(Deed.class);
        assertThat(reply)
                .singleElement()
                .satisfies(d -> assertThat(d.id()).isEqualTo("chat/m2"))
                .satisfies(d -> assertThat(d.parent()).isEqualTo("chat/m1"))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.REPLY))
                .satisfies(d -> assertThat(d.at()).isEqualTo(NOW));
        assertThat(told("channel.chat.message_delete", "{'message_id':'m2'}").all())
                .contains(new Found.Mark("twitch", "chat/m2", Found.Mark.What.DELETED, null, null));
        assertThat(
                        told(
                                        "channel.cheer",
                                        "{'broadcaster_user_id':'1','is_anonymous':true,'user_id':null,'bits':100,'message':'Cheer100'}")
                                .all(Deed.class))
                .singleElement()
                .satisfies(d -> assertThat(d.who()).isNull())
                .satisfies(d -> assertThat(d.facts()).containsEntry("amount", "100 bits"));
        assertThat(
                        told(
                                        "channel.subscription.gift",
                                        "{'broadcaster_user_id':'1','user_id':'3','total':5}")
                                .all(Deed.class))
                .singleElement()
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.DONATION));
        assertThat(told("channel.hype_train.begin", "{}").all(Deed.class)).isEmpty();
        var ended = new Found.Basket();
        calls.tell(
                call(
                        "revocation",
                        "a6",
                        NOW,
                        "{\"subscription\":{\"type\":\"channel.follow\",\"status\":\"authorization_revoked\"}}"),
                line(),
                ended);
        assertThat(ended.all(Found.Refused.class))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("authorization_revoked"));
    }

    @Test
    void itIsAskedToCallOnceAndInTheNameOfTheApp() {
        arena.closed.add("channel.subscribe");
        assertThat(calls.arrange(line(), HOOK)).contains(NOW.plusSeconds(86_400));
        assertThat(arena.subscriptions).hasSize(9);
        assertThat(vendor().asked())
                .filteredOn(a -> a.path().equals("/eventsub/subscriptions"))
                .allMatch(a -> "Bearer app-token".equals(a.headers().get("authorization")));
        assertThat(arena.subscriptions.getFirst().path("condition"))
                .isEqualTo(Arena.json("{'broadcaster_user_id':'1','moderator_user_id':'4'}"));
        assertThat(arena.subscriptions.getFirst().path("transport").path("callback").asString(""))
                .isEqualTo(HOOK);
        arena.closed.clear();
        calls.arrange(line(), HOOK);
        assertThat(arena.subscriptions).hasSize(10);
    }

    @Test
    void onlyWhatLeadsToUsIsEnded() {
        calls.arrange(line(), HOOK + "0");
        var others = List.copyOf(arena.subscriptions);
        calls.arrange(line(), HOOK);
        assertThat(arena.subscriptions).hasSize(2 * others.size());
        for (int n = 0; n < 2; n++) {
            calls.unlisten(line(), HOOK);
            assertThat(arena.subscriptions).containsExactlyElementsOf(others);
        }
    }
}
