package org.folkmoot.sources.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.junit.jupiter.api.Test;

/// What is done to things and people, beside all that holds for the connector.
class GitHubActsTests extends GitHubConnectorTests {

    private static final String COMMENT = "ada/moot#1/comment/345";
    private static final String TALK = "ada/moot/d/7";

    private final GitHubActs acts = new GitHubActs();
    private String posted = "";

    private void answers() {
        vendor().instead(this::instead);
    }

    private Answer instead(Asked asked) {
        if (asked.path().equals("/graphql")) {
            return graph(asked);
        }
        if (asked.path().endsWith("/issues/comments/345")) {
            return Answer.json(Map.of("id", 345, "node_id", "IC_1"));
        }
        return asked.method().equals("GET") ? super.answer(asked) : Answer.of(204, "");
    }

    private Answer graph(Asked asked) {
        var query = asked.json().path("query").asString();
        if (query.contains("addDiscussionComment")) {
            posted = asked.json().path("variables").path("input").path("body").asString();
            return Answer.json(
                    Map.of(
                            "data",
                            Map.of(
                                    "addDiscussionComment",
                                    Map.of(
                                            "comment",
                                            Map.of("databaseId", 99, "url", "https://x")))));
        }
        if (query.startsWith("mutation")) {
            return Answer.json(Map.of("data", Map.of()));
        }
        var reply =
                Map.of(
                        "id",
                        "DC_99",
                        "databaseId",
                        99,
                        "url",
                        "https://x",
                        "body",
                        posted,
                        "createdAt",
                        NOW.toString(),
                        "viewerDidAuthor",
                        true);
        var comment =
                Map.of(
                        "id",
                        "DC_88",
                        "databaseId",
                        88,
                        "body",
                        "How?",
                        "createdAt",
                        NOW.toString(),
                        "viewerDidAuthor",
                        false,
                        "replies",
                        Map.of("nodes", posted.isEmpty() ? List.of() : List.of(reply)));
        return Answer.json(
                Map.of(
                        "data",
                        Map.of(
                                "repository",
                                Map.of(
                                        "discussion",
                                        Map.of(
                                                "id",
                                                "D_7",
                                                "comments",
                                                Map.of("nodes", List.of(comment)))))));
    }

    private static Act act(What what, String target, String text, Map<String, String> more) {
        return new Act("folkmoot-3", what, target, "", text, more, NOW);
    }

    private String asked() {
        Vendor.Asked last = vendor().asked().getLast();
        return last.method() + " " + last.path() + " " + last.body();
    }

    @Test
    void labelsLocksAndReactionsGoToTheThing() {
        answers();
        acts.act(line(), act(What.LABEL, "ada/moot#1", "help wanted", Map.of()));
        assertThat(asked())
                .isEqualTo("POST /repos/ada/moot/issues/1/labels {\"labels\":[\"help wanted\"]}");
        acts.act(line(), act(What.LABEL, "ada/moot#1", "help wanted", Map.of("remove", "true")));
        assertThat(asked()).startsWith("DELETE /repos/ada/moot/issues/1/labels/help wanted");
        acts.act(line(), act(What.LOCK, COMMENT, "Too heated", Map.of()));
        assertThat(asked())
                .isEqualTo("PUT /repos/ada/moot/issues/1/lock {\"lock_reason\":\"too heated\"}");
        acts.act(line(), act(What.LOCK, "ada/moot#1", "enough", Map.of()));
        assertThat(asked()).isEqualTo("PUT /repos/ada/moot/issues/1/lock ");
        acts.act(line(), act(What.REACT, COMMENT, ":tada:", Map.of()));
        assertThat(asked())
                .isEqualTo(
                        "POST /repos/ada/moot/issues/comments/345/reactions {\"content\":\"hooray\"}");
        acts.act(line(), act(What.REACT, "ada/moot#1", "👍", Map.of()));
        assertThat(asked())
                .isEqualTo("POST /repos/ada/moot/issues/1/reactions {\"content\":\"+1\"}");
        assertThatThrownBy(() -> acts.act(line(), act(What.REACT, COMMENT, "parrot", Map.of())))
                .hasMessageContaining("these reactions");
    }

    @Test
    void whatIsHiddenIsMinimised() {
        answers();
        acts.act(line(), act(What.HIDE, COMMENT, "spam", Map.of()));
        assertThat(vendor().asked().getLast().json().path("query").asString())
                .contains("minimizeComment(input: $input)", "MinimizeCommentInput!");
        assertThat(vendor().asked().getLast().json().path("variables").path("input").toString())
                .contains("\"classifier\":\"SPAM\"", "\"subjectId\":\"IC_1\"");
        acts.act(line(), act(What.UNHIDE, TALK + "/comment/88", "", Map.of()));
        assertThat(asked()).contains("UnminimizeCommentInput", "\"subjectId\":\"DC_88\"");
        acts.act(line(), act(What.LOCK, TALK, "", Map.of()));
        assertThat(asked()).contains("LockLockableInput", "\"lockableId\":\"D_7\"");
        assertThatThrownBy(() -> acts.act(line(), act(What.HIDE, "ada/moot#1", "", Map.of())))
                .hasMessageContaining("Only comments");
    }

    @Test
    void aReplyInADiscussionIsFoundAgain() {
        answers();
        var reply = act(What.REPLY, TALK + "/comment/88", "So.", Map.of());
        assertThat(acts.find(line(), reply)).isEmpty();
        var done = acts.act(line(), reply);
        assertThat(asked())
                .contains(
                        "\"discussionId\":\"D_7\"", "\"replyToId\":\"DC_88\"", "\"body\":\"So.\"");
        assertThat(done.id()).isEqualTo(TALK + "/comment/99");
        assertThat(acts.find(line(), reply)).contains(done);
    }

    @Test
    void peopleAreBlockedAndLetInAgain() {
        answers();
        acts.act(line(), act(What.BAN, "mallory", "", Map.of()));
        assertThat(asked()).startsWith("PUT /orgs/ada/blocks/mallory");
        acts.act(line(), act(What.LIFT, "mallory", "", Map.of("organisation", "moots")));
        assertThat(asked()).startsWith("DELETE /orgs/moots/blocks/mallory");
        vendor().instead(_ -> Answer.of(404, "{}"));
        assertThatThrownBy(() -> acts.act(line(), act(What.BAN, "mallory", "", Map.of())))
                .hasMessageContaining("may block people");
    }

    @Test
    void whatGitHubDoesNotTakeIsSaidInItsWords() {
        vendor().instead(
                        _ ->
                                Answer.json(
                                        Map.of(
                                                "errors",
                                                List.of(Map.of("message", "Could not resolve")))));
        assertThatThrownBy(() -> acts.act(line(), act(What.REPLY, TALK, "Hi", Map.of())))
                .hasMessageContaining("Could not resolve");
    }
}
