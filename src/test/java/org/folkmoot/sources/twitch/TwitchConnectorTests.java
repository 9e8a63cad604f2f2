package org.folkmoot.sources.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.Test;

class TwitchConnectorTests extends ConnectorContract {

    private final Arena arena = new Arena();

    TwitchConnectorTests() {
        for (int n = 5; n >= 1; n--) {
            arena.followers.add(
                    Arena.json(
                            "{'user_id':'2%d','user_login':'fan%d','user_name':'Fan %d','followed_at':'2031-02-0%dT10:00:00Z'}"
                                    .formatted(n, n, n, n)));
            arena.videos.add(
                    Arena.json(
                            "{'id':'v%d','stream_id':%s,'user_id':'1','user_login':'moot','user_name':'Moot','title':'Video %d','description':'','created_at':'2031-02-0%dT10:00:00Z','url':'https://www.twitch.tv/videos/v%d','view_count':%d,'odd':null}"
                                    .formatted(n, n == 1 ? "'s0'" : "null", n, n, n, n * 10)));
        }
        for (int n = 1; n <= 3; n++) {
            arena.clips.add(
                    Arena.json(
                            "{'id':'c%d','broadcaster_id':'1','creator_id':'2%d','creator_name':'Fan %d','title':'Clip %d','created_at':'203%d-02-01T10:00:00Z','url':'https://clips.twitch.tv/c%d'}"
                                    .formatted(n, n, n, n, n % 2, n)));
        }
        arena.bans.add(
                Arena.json(
                        "{'user_id':'66','user_login':'spam','user_name':'Spam','created_at':'2031-02-01T10:00:00Z','expires_at':'','reason':'spam'}"));
    }

    @Override
    protected Connector connector() {
        return new TwitchConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer " + SECRET)
                .containsEntry("client-id", "app1");
        return arena.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url", base, "client-id", "app1", "channel", "https://www.twitch.tv/Moot");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Arena.refusal(429, "Too Many Requests")
                .with("Ratelimit-Remaining", "0")
                .with("Ratelimit-Reset", "1930298430");
    }

    @Override
    protected Instant until() {
        return Instant.ofEpochSecond(1_930_298_430);
    }

    @Test
    void allThatMayBeSeenIsReadOverPages() {
        var all = all("");
        assertThat(ids(all))
                .containsExactly(
                        "ban/1/66/1927706400",
                        "clip/c1",
                        "clip/c2",
                        "clip/c3",
                        "follow/1/21",
                        "follow/1/22",
                        "follow/1/23",
                        "follow/1/24",
                        "follow/1/25",
                        "stream/s0",
                        "video/v2",
                        "video/v3",
                        "video/v4",
                        "video/v5");
        assertThat(deed(all, "ban/1/66/1927706400").who()).isEqualTo("66");
        assertThat(deed(all, "clip/c2").who()).isEqualTo("22");
        assertThat(all)
                .anyMatch(
                        f ->
                                f instanceof Person p
                                        && p.id().equals("2")
                                        && "tier 1".equals(p.fields().get("subscription")))
                .anyMatch(
                        f ->
                                f instanceof Person p
                                        && p.id().equals("4")
                                        && "moderator".equals(p.fields().get("channel_role")));
    }

    @Test
    void aLiveStreamHasViewersAndIsTheSameAsItsVideoLater() {
        arena.live = true;
        arena.videos.addFirst(
                Arena.json(
                        "{'id':'v9','stream_id':'s1','user_id':'1','title':'Live now','created_at':'2031-03-03T09:00:05Z','url':'https://www.twitch.tv/videos/v9'}"));
        var first = round("");
        assertThat(deed(first.found(), "stream/s1").url()).isEqualTo("https://www.twitch.tv/moot");
        assertThat(deed(first.found(), "stream/s1/viewer/3").kind()).isEqualTo(Kind.ATTENDANCE);
        arena.live = false;
        var second = round(first.next());
        assertThat(deed(second.found(), "stream/s1").url())
                .isEqualTo("https://www.twitch.tv/videos/v9");
        assertThat(ids(second.found())).doesNotContain("stream/s1/viewer/3");
    }

    @Test
    void whenNothingIsNewLittleIsAsked() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(first.found())).containsAll(ids(second.found()));
        assertThat(vendor().asked()).hasSizeLessThan(9);
        assertThat(vendor().asked())
                .noneMatch(a -> a.path().equals("/subscriptions"))
                .noneMatch(a -> a.path().equals("/moderation/moderators"));
        assertThat(round(second.next()).found()).isEqualTo(second.found());
    }

    @Test
    void whatIsNewOrGoneIsFound() {
        var first = round("");
        arena.followers.addFirst(
                Arena.json(
                        "{'user_id':'30','user_login':'late','user_name':'Late','followed_at':'2031-03-01T10:00:00Z'}"));
        arena.videos.remove(1);
        var second = round(first.next());
        assertThat(ids(second.found())).contains("follow/1/30").doesNotContain("follow/1/21");
        assertThat(second.found())
                .contains(
                        new Found.Mark("twitch", "video/v4", Found.Mark.What.DELETED, null, null));
    }

    @Test
    void whatWeMayNotSeeIsLeftOut() {
        arena.closed.addAll(List.of("/channels/followers", "/moderation/banned"));
        var first = round("");
        assertThat(ids(first.found()))
                .contains("video/v5")
                .noneMatch(id -> id.startsWith("follow"));
        vendor().forget();
        round(first.next());
        assertThat(vendor().asked()).noneMatch(a -> arena.closed.contains(a.path()));
        arena.closed.clear();
        arena.signedIn = false;
        vendor().forget();
        assertThat(ids(all(""))).contains("clip/c1").noneMatch(id -> id.startsWith("follow"));
        assertThat(vendor().asked()).noneMatch(a -> a.path().equals("/channels/followers"));
    }

    @Test
    void goingOnFromAnyPageGivesTheSame() {
        var whole = ids(all(""));
        var cursor = "";
        var found = new ArrayList<Found>();
        for (var more = true; more; ) {
            pull(cursor); // cut before it was kept
            var caught = (Pull.Caught) pull(cursor);
            found.addAll(caught.page());
            cursor = caught.next();
            more = caught.more();
        }
        assertThat(ids(found)).isEqualTo(whole);
    }

    @Test
    void nothingIsAskedOnceTheBucketIsEmpty() {
        arena.left = 3;
        var line = line();
        var cursor = "";
        Pull came;
        do {
            came = Pulling.pull(connector(), line, cursor);
            cursor = came instanceof Pull.Caught caught ? caught.next() : cursor;
        } while (came instanceof Pull.Caught);
        assertThat(came)
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow ->
                                assertThat(slow.until())
                                        .isEqualTo(Instant.ofEpochSecond(1_930_298_460)));
        assertThat(vendor().asked()).hasSize(3);
    }
}
