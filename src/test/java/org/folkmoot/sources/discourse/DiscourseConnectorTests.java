package org.folkmoot.sources.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class DiscourseConnectorTests extends ConnectorContract {

    private final Forum forum = new Forum();

    DiscourseConnectorTests() {
        forum.topic(1, "How do I rotate keys?", "2020-02-01T00:00:00Z");
        forum.topic(2, "Say hello", "2020-02-02T00:00:00Z");
        forum.topic(3, "News", "2020-02-03T00:00:00Z");
        forum.post(4, 1, 1, 1, "How?");
        forum.post(5, 1, 2, 2, "So.");
        forum.post(120, 1, 3, 1, "Thanks.");
        forum.post(121, 2, 1, 2, "Hello.");
        forum.post(240, 3, 1, 2, "News.");
    }

    @Override
    protected Connector connector() {
        return new DiscourseConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("api-key", SECRET).containsKey("api-username");
        return forum.answer(asked);
    }

    /// What the forum's own pages ask with.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of(
                "GET /review.json: No API path.*",
                "GET /latest.json: Query parameter 'page' is unexpected.*",
                "GET /t/\\d+/posts.json: Query parameter 'post_ids\\[]' is unexpected.*");
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                        429,
                        "{\"errors\":[\"slow\"],\"error_type\":\"rate_limit\",\"extras\":{\"wait_seconds\":33}}")
                .with("Retry-After", "12");
    }

    /// The longer of both.
    @Override
    protected Instant until() {
        return NOW.plusSeconds(33);
    }

    @Test
    void allPostsAreReadOverGapsInTheirNumbers() {
        assertThat(ids(all(""))).containsExactly("t1/1", "t1/2", "t1/3", "t2/1", "t3/1");
        assertThat(all(""))
                .filteredOn(f -> f instanceof Person p && p.fields().containsValue("Ada"))
                .isNotEmpty();
    }

    @Test
    void whoMayNotListPeopleReadsTheDirectory() {
        forum.mayListPeople = false;
        assertThat(all(""))
                .filteredOn(f -> f instanceof Person p && p.fields().containsValue("Ada"))
                .isNotEmpty();
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var first = round("");
        var second = round(first.next());
        assertThat(second.pages()).isLessThan(first.pages());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
    }

    @Test
    void whatIsNewEditedOrDeletedIsFoundAgain() {
        var first = round("");
        forum.post(260, 1, 4, 2, "One more thing.");
        forum.edit(5, "So, and so.");
        forum.delete(120);
        forum.topic(1, "How do I rotate keys?", "2020-03-01T00:00:00Z");
        var second = all(first.next());
        assertThat(ids(second)).contains("t1/4");
        assertThat(second)
                .filteredOn(f -> f instanceof Deed d && d.id().equals("t1/2"))
                .last()
                .satisfies(f -> assertThat(((Deed) f).text()).contains("and so"))
                .satisfies(f -> assertThat(((Deed) f).edited()).isNotNull());
        assertThat(second)
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .containsExactly("t1/3");
    }

    @Test
    void whoLikedWhatIsReadOnceADay() {
        forum.like("user1", 5, "2020-01-02T00:00:00.000Z");
        forum.like("user1", 121, "2020-01-03T00:00:00.000Z");
        var first = round("");
        var like = deed(first.found(), "t1/2/like/u1");
        assertThat(like.parent()).isEqualTo("t1/2");
        assertThat(like.at()).isEqualTo("2020-01-02T00:00:00Z");
        assertThat(ids(first.found())).contains("t2/1/like/u1");
        vendor().forget();
        round(first.next());
        assertThat(vendor().asked()).noneMatch(a -> a.path().equals("/user_actions.json"));
    }

    private List<Found> told(String event, String json) {
        var basket = new Found.Basket();
        var call =
                new Call(
                        "POST",
                        Map.of(),
                        Map.of("x-discourse-event", event, "x-discourse-event-id", "1"),
                        Signature.bytes(json));
        new DiscourseCalls().tell(call, line(), basket);
        return basket.all();
    }

    @Test
    void aCallTellsOfAnAnswerThatWasAccepted() {
        var post =
                """
                {"solved":{"id":5,"topic_id":1,"post_number":2,"user_id":2,"username":"grace","cooked":"<p>So</p>",
                 "created_at":"2020-01-01T00:00:00.000Z","topic_archetype":"regular"}}
                """;
        assertThat(told("accepted_solution", post))
                .filteredOn(Found.Mark.class::isInstance)
                .containsExactly(
                        new Found.Mark(
                                "discourse:127.0.0.1",
                                "t1/2",
                                Found.Mark.What.ACCEPTED,
                                null,
                                null));
        assertThat(told("unaccepted_solution", post)).noneMatch(Found.Mark.class::isInstance);
    }

    @Test
    void whatPeopleWriteToEachOtherIsLeftAlone() {
        var post =
                """
                {"post":{"id":5,"topic_id":1,"post_number":2,"user_id":2,"username":"grace","cooked":"<p>Psst</p>",
                 "created_at":"2020-01-01T00:00:00.000Z","topic_archetype":"private_message"}}
                """;
        assertThat(ids(told("post_created", post))).isEmpty();
        assertThat(
                        ids(
                                told(
                                        "topic_created",
                                        "{\"topic\":{\"id\":1,\"archetype\":\"private_message\"}}")))
                .isEmpty();
    }

    @Test
    void callsTellOfNewCategoriesAndPeopleWhoAreGone() {
        assertThat(told("category_created", "{\"category\":{\"id\":9,\"name\":\"Ideas\"}}"))
                .anyMatch(f -> f instanceof Found.Place p && p.name().equals("Ideas"));
        assertThat(told("user_destroyed", "{\"user\":{\"id\":7,\"username\":\"eve\"}}"))
                .anyMatch(f -> f instanceof Person p && NOW.equals(p.left()));
    }

    @Test
    void flagsAreNotesBelowWhatWasFlagged() {
        vendor().instead(
                        asked ->
                                asked.path().equals("/review.json")
                                        ? Vendor.Answer.of(
                                                200,
                                                """
                                                {"score_types":[{"id":4,"title":"It's Spam"}],"meta":{"load_more_reviewables":null},
                                                 "reviewable_scores":[{"id":31,"score_type_id":4,"user_id":1,"created_at":"2020-01-05T00:00:00.000Z"}],
                                                 "reviewables":[{"id":9,"type":"ReviewableFlaggedPost","target_url":"/t/how-do-i/1/2","reviewable_score_ids":[31]},
                                                  {"id":8,"type":"ReviewableUser","target_url":null,"reviewable_score_ids":[]}]}
                                                """)
                                        : null);
        var first = round("");
        var flag = deed(first.found(), "t1/2/flag/31");
        assertThat(flag.text()).isEqualTo("Flagged: It's Spam");
        assertThat(flag.parent()).isEqualTo("t1/2");
        assertThat(flag.who()).isNull();
        vendor().forget();
        round(first.next());
        assertThat(vendor().asked())
                .filteredOn(a -> a.path().equals("/review.json"))
                .singleElement()
                .satisfies(a -> assertThat(a.one("status")).isEqualTo("pending"));
    }
}
