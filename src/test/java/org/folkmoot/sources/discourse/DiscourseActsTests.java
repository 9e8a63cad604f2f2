package org.folkmoot.sources.discourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.Test;

/// What is done to posts and people, beside all that holds for the connector. Topic 9 has 60 posts,
/// of which the fifth was deleted.
class DiscourseActsTests extends DiscourseConnectorTests {

    private final DiscourseActs acts = new DiscourseActs();
    private boolean liked;
    private boolean waits = true;

    /// The forum's own review queue and by far not all of its requests are in its description.
    @Override
    protected List<String> contractLeavesOut() {
        var all = new ArrayList<>(super.contractLeavesOut());
        all.add("(GET|PUT) /review.*");
        all.add("PUT /admin/users/\\d+/(unsuspend|unsilence).json: .*");
        return all;
    }

    private void answers() {
        vendor().instead(this::instead);
    }

    private Answer instead(Asked asked) {
        return switch (asked.path()) {
            case "/t/9.json" -> {
                var stream = LongStream.rangeClosed(1, 60).filter(n -> n != 5).map(n -> n + 1000);
                yield Answer.json(
                        Map.of(
                                "post_stream",
                                Map.of(
                                        "posts",
                                        LongStream.of(1, 2, 3, 4).mapToObj(this::post).toList(),
                                        "stream",
                                        stream.boxed().toList())));
            }
            case "/t/9/posts.json" ->
                    Answer.json(
                            Map.of(
                                    "post_stream",
                                    Map.of(
                                            "posts",
                                            asked
                                                    .query()
                                                    .getOrDefault("post_ids[]", List.of())
                                                    .stream()
                                                    .map(id -> post(Long.parseLong(id) - 1000))
                                                    .toList())));
            case "/post_actions.json" -> {
                liked = true;
                yield Answer.json(Map.of("id", 1));
            }
            case "/u/system.json" -> Answer.json(Map.of("user", Map.of("id", -1)));
            case "/review.json" ->
                    Answer.json(
                            Map.of(
                                    "reviewables",
                                    waits
                                            ? List.of(
                                                    Map.of(
                                                            "id",
                                                            12,
                                                            "type",
                                                            "ReviewableFlaggedPost",
                                                            "target_id",
                                                            1033,
                                                            "version",
                                                            3))
                                            : List.of()));
            default -> Answer.json(Map.of("success", "OK"));
        };
    }

    private Map<String, Object> post(long number) {
        var post = new LinkedHashMap<String, Object>();
        post.put("id", number + 1000);
        post.put("post_number", number);
        post.put("actions_summary", List.of(Map.of("id", 2, "acted", liked)));
        return post;
    }

    private static Act act(What what, String target, String text, Map<String, String> more) {
        return new Act("k", what, target, "", text, more, NOW);
    }

    private String asked() {
        Vendor.Asked last = vendor().asked().getLast();
        return "%s %s %s".formatted(last.method(), last.path(), last.body()).strip();
    }

    @Test
    void aPostIsChangedOrDeletedByItsOwnNumber() {
        answers();
        acts.act(line(), act(What.EDIT, "t9/33", "Better.", Map.of()));
        assertThat(asked()).isEqualTo("PUT /posts/1033.json {\"post\":{\"raw\":\"Better.\"}}");
        acts.act(line(), act(What.DELETE, "t9/60", "", Map.of()));
        assertThat(asked()).isEqualTo("DELETE /posts/1060.json");
        acts.act(line(), act(What.DELETE, "t9/1", "", Map.of()));
        assertThat(asked()).isEqualTo("DELETE /t/9.json");
        vendor().forget();
        acts.act(line(), act(What.DELETE, "t9/5", "", Map.of()));
        assertThat(vendor().asked()).noneMatch(a -> a.method().equals("DELETE"));
        assertThatThrownBy(() -> acts.act(line(), act(What.EDIT, "t9/99", "x", Map.of())))
                .hasMessageContaining("no such post");
    }

    @Test
    void aLikeIsLookedForBeforeItIsGivenAgain() {
        answers();
        var like = act(What.REACT, "t9/2", "heart", Map.of());
        assertThat(acts.twice(like)).isFalse();
        assertThat(acts.find(line(), like)).isEmpty();
        var done = acts.act(line(), like);
        assertThat(done.id()).isEqualTo("t9/2/like/u-1");
        assertThat(vendor().asked())
                .anyMatch(
                        a ->
                                a.path().equals("/post_actions.json")
                                        && a.json().path("id").asLong() == 1002
                                        && a.json().path("post_action_type_id").asInt() == 2);
        assertThat(acts.find(line(), like)).contains(done);
        assertThatThrownBy(() -> acts.act(line(), act(What.REACT, "t9/2", "tada", Map.of())))
                .hasMessageContaining("but one reaction");
    }

    @Test
    void peopleAreSilencedSuspendedAndLetInAgain() {
        answers();
        acts.act(line(), act(What.TIMEOUT, "u7", "Cool down", Map.of("minutes", "90")));
        assertThat(asked()).startsWith("PUT /admin/users/7/silence.json");
        assertThat(vendor().asked().getLast().json().path("silenced_till").asString())
                .isEqualTo("2031-03-03T11:30:00Z");
        acts.act(line(), act(What.BAN, "u7", "", Map.of()));
        assertThat(asked())
                .startsWith("PUT /admin/users/7/suspend.json")
                .contains("\"suspend_until\":\"3017-01-01T00:00:00.000Z\"")
                .contains("\"reason\":\"Moderation\"");
        acts.act(line(), act(What.LIFT, "u7", "", Map.of()));
        assertThat(vendor().asked())
                .extracting(Asked::path)
                .endsWith("/admin/users/7/unsuspend.json", "/admin/users/7/unsilence.json");
        assertThatThrownBy(() -> acts.act(line(), act(What.BAN, "mallory", "", Map.of())))
                .hasMessageContaining("nobody");
    }

    @Test
    void whatWaitsIsDecided() {
        answers();
        var pass = act(What.APPROVE, "t9/33", "", Map.of());
        assertThat(acts.find(line(), pass)).isEmpty();
        acts.act(line(), pass);
        assertThat(asked()).isEqualTo("PUT /review/12/perform/disagree.json");
        assertThat(vendor().asked().getLast().one("version")).isEqualTo("3");
        acts.act(line(), act(What.APPROVE, "review/12", "", Map.of("remove", "true")));
        assertThat(asked()).isEqualTo("PUT /review/12/perform/agree_and_hide.json");
        waits = false;
        assertThat(acts.find(line(), pass)).isPresent();
        assertThatThrownBy(() -> acts.act(line(), pass)).hasMessageContaining("Nothing of this");
    }

    @Test
    void theForumsOwnWordsArePassedOn() {
        vendor().instead(_ -> Answer.of(422, "{\"errors\":[\"Body is too short\"]}"));
        var stopped = Pulling.pull(connector(), line(), "");
        assertThat(stopped.toString()).contains("Body is too short");
    }
}
