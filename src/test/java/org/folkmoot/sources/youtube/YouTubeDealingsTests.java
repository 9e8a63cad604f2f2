package org.folkmoot.sources.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

/// What YouTube calls to tell us, and what we do there.
class YouTubeDealingsTests extends StudioContract {

    private static final String TOPIC =
            "https://www.youtube.com/xml/feeds/videos.xml?channel_id=" + Studio.CHANNEL;

    private final YouTubeCalls calls = new YouTubeCalls();
    private final Acting acts = new YouTubeActs();

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return asked.path().equals("/hub") ? studio.answer(asked) : super.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        var all = new HashMap<>(super.settings(base));
        all.put("hub-url", base + "/hub");
        return all;
    }

    private static Call get(Map<String, String> query) {
        return new Call("GET", query, Map.of(), new byte[0]);
    }

    private static Call post(String body, String signature) {
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-hub-signature", signature),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Call signed(String body) {
        return post(body, "sha1=" + Signature.of("HmacSHA1", SECRET, Signature.bytes(body)).hex());
    }

    @Test
    void theHubsQuestionIsAnsweredForOurChannelOnly() {
        var asked =
                Map.of("hub.mode", "subscribe", "hub.topic", TOPIC, "hub.challenge", "14c0ffee");
        assertThat(calls.hear(get(asked), connection(), NOW))
                .isEqualTo(new Heard.Answer(200, "text/plain", "14c0ffee"));
        var other = new HashMap<>(asked);
        other.put("hub.topic", TOPIC + "x");
        assertThat(calls.hear(get(other), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        other.putAll(asked);
        other.put("hub.mode", "unsubscribe");
        assertThat(calls.hear(get(other), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
    }

    @Test
    void itIsAskedToCallUsWithoutOurToken() {
        vendor().forget();
        assertThat(calls.arrange(line(), "https://moot.example/hooks/7"))
                .contains(NOW.plus(Duration.ofDays(5)));
        assertThat(vendor().asked())
                .singleElement()
                .satisfies(
                        a ->
                                assertThat(a.body())
                                        .contains("hub.mode=subscribe")
                                        .contains(
                                                "hub.callback=https%3A%2F%2Fmoot.example%2Fhooks%2F7")
                                        .contains("hub.secret=" + SECRET)
                                        .contains("channel_id%3D" + Studio.CHANNEL))
                .satisfies(a -> assertThat(a.headers().toString()).doesNotContain(SECRET));
    }

    @Test
    void theSubscriptionIsEndedByUsAlone() {
        vendor().forget();
        calls.unlisten(line(), "https://moot.example/hooks/7");
        var asked = vendor().asked().getFirst().body();
        assertThat(asked)
                .contains("hub.mode=unsubscribe", "hub.verify=sync")
                .doesNotContain(SECRET);
        var word = asked.replaceFirst("^.*hub\\.verify_token=(\\w+).*$", "$1");
        var question =
                new HashMap<>(
                        Map.of(
                                "hub.mode",
                                "unsubscribe",
                                "hub.topic",
                                TOPIC,
                                "hub.challenge",
                                "14c0ffee",
                                "hub.verify_token",
                                word));
        assertThat(calls.hear(get(question), connection(), NOW))
                .isEqualTo(new Heard.Answer(200, "text/plain", "14c0ffee"));
        question.put("hub.verify_token", word.replace('a', 'b') + "0");
        assertThat(calls.hear(get(question), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
    }

    private static String feed(String entries) {
        return """
        <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns="http://www.w3.org/2005/Atom">%s</feed>
        """
                .formatted(entries);
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var body =
                feed(
                        "<entry><id>yt:video:vid00000002</id><yt:videoId>vid00000002</yt:videoId><title>Film</title></entry>");
        var taken = calls.hear(signed(body), connection(), NOW);
        assertThat(taken)
                .isInstanceOf(Heard.Take.class)
                .isEqualTo(calls.hear(signed(body), connection(), NOW));
        assertThat(calls.hear(post(body, "sha1=00"), connection(), NOW))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(calls.hear(post(body, ""), connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        var basket = new Found.Basket();
        calls.tell(signed(body), line(), basket);
        assertThat(basket.all()).contains(deed(all(""), "vid00000002"));
        var deleted = new Found.Basket();
        calls.tell(
                signed(feed("<at:deleted-entry ref=\"yt:video:vid00000002\"/>")), line(), deleted);
        assertThat(deleted.all()).contains(gone("vid00000002"));
        assertThatThrownBy(() -> calls.tell(signed("<feed"), line(), basket))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Act act(What what, String target, String text, Map<String, String> more) {
        return new Act("k", what, target, "Meeting", text, more, NOW);
    }

    private static Act act(What what, String target, String text) {
        return act(what, target, text, Map.of());
    }

    @Test
    void aReplyGoesUnderTheThreadAndIsFoundAgain() {
        var act = act(What.REPLY, "Ug1.r2", "Like so");
        assertThat(acts.find(line(), act)).isEmpty();
        vendor().forget();
        var done = acts.act(line(), act);
        assertThat(done.id()).isEqualTo("Ug1.new");
        assertThat(vendor().asked())
                .singleElement()
                .satisfies(a -> assertThat(a.one("part")).isEqualTo("snippet"))
                .satisfies(
                        a ->
                                assertThat(a.json().path("snippet").path("parentId").asString(""))
                                        .isEqualTo("Ug1"));
        assertThat(acts.find(line(), act).map(Acting.Done::id)).isEmpty(); // the third reply
        studio.comments.removeIf(c -> c.id().startsWith("Ug1.r"));
        assertThat(acts.find(line(), act).map(Acting.Done::id)).contains("Ug1.new");
    }

    @Test
    void aReplyToAVideoBeginsAThread() {
        var act = act(What.REPLY, "vid00000003", "Well done");
        assertThat(acts.find(line(), act)).isEmpty();
        assertThat(acts.act(line(), act).id()).isEqualTo("UgNew");
        assertThat(vendor().asked().getLast().path()).isEqualTo("/youtube/v3/commentThreads");
        assertThat(acts.find(line(), act).map(Acting.Done::id)).contains("UgNew");
    }

    @Test
    void commentsAreModerated() {
        for (var one :
                Map.of(
                                What.HIDE, "heldForReview",
                                What.APPROVE, "published",
                                What.DELETE, "rejected")
                        .entrySet()) {
            acts.act(line(), act(one.getKey(), "Ug4", ""));
            var asked = vendor().asked().getLast();
            assertThat(asked.method() + asked.path())
                    .isEqualTo("POST/youtube/v3/comments/setModerationStatus");
            assertThat(asked.query())
                    .isEqualTo(
                            Map.of(
                                    "id", List.of("Ug4"),
                                    "moderationStatus", List.of(one.getValue())));
        }
        acts.act(line(), act(What.BAN, "UCbob", ""));
        assertThat(vendor().asked().getLast().one("banAuthor")).isEqualTo("true");
        assertThat(vendor().asked().getLast().one("id")).isEqualTo("Ug4");
        assertThatThrownBy(() -> acts.act(line(), act(What.BAN, "UCnobody", "")))
                .hasMessageContaining("none of the last");
        assertThat(acts.twice(act(What.HIDE, "Ug4", ""))).isTrue();
        assertThat(acts.twice(act(What.REPLY, "Ug4", ""))).isFalse();
    }

    @Test
    void aBroadcastIsAnnouncedOnce() {
        var act = act(What.EVENT, "", "Come all", Map.of("starts", "2031-04-01T20:00:00+02:00"));
        assertThat(acts.find(line(), act)).isEmpty();
        assertThat(acts.act(line(), act).url())
                .isEqualTo("https://www.youtube.com/watch?v=vidNEW00001");
        assertThat(acts.find(line(), act).map(Acting.Done::id)).contains("vidNEW00001");
        assertThatThrownBy(() -> acts.act(line(), act(What.EVENT, "", "")))
                .hasMessageContaining("starts");
    }

    @Test
    void aRefusalIsToldInItsWords() {
        vendor().instead(_ -> Studio.refusal(403, "forbidden"));
        assertThatThrownBy(() -> acts.act(line(), act(What.HIDE, "Ug4", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No: forbidden");
    }

    @Test
    void aKeyGoesIntoAHeader() {
        other =
                new Connection(
                        7,
                        Map.of(
                                "base-url",
                                vendor().url() + "/youtube/v3",
                                "channel",
                                "https://www.youtube.com/@moot"),
                        Map.of("api-key", "AIza"));
        vendor().instead(studio::answer);
        vendor().forget();
        var ask = new YouTubeApi(line()).channel();
        assertThat(ask).isPresent();
        assertThat(vendor().asked())
                .singleElement()
                .satisfies(a -> assertThat(a.headers()).containsEntry("x-goog-api-key", "AIza"))
                .satisfies(a -> assertThat(a.path()).isEqualTo("/youtube/v3/channels"))
                .satisfies(a -> assertThat(a.headers()).doesNotContainKey("authorization"));
        assertThat(connector().wrongWith(new Connection(7, Map.of(), Map.of()))).isPresent();
    }
}
