package org.folkmoot.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.connectors.Given.deed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubFormatTests {

    private static final String ADA = user("Ada-L", "User");
    private static final String GRACE = user("grace", "User");
    private static final String REPO = "https://api.github.com/repos/folk/moot";
    private static final String PAGE = "https://github.com/folk/moot";

    private static final String ISSUE =
            """
            {"url":"%1$s/issues/7","repository_url":"%1$s","html_url":"%2$s/issues/7","id":700,"node_id":"I_7","number":7,
             "title":"Greet","user":%3$s,"labels":[{"name":"first"},{"name":"help"}],"state":"closed","locked":false,
             "created_at":"2024-05-01T12:00:00Z","updated_at":"2024-06-01T12:00:00Z","closed_at":"2024-05-02T00:00:00Z",
             "author_association":"MEMBER","body":"Ask @Grace, not `@nobody` or ada@example.org",
             "reactions":{"url":"x","total_count":2,"+1":2,"-1":0}}"""
                    .formatted(REPO, PAGE, ADA);
    private static final String COMMENT =
            """
            {"url":"%1$s/issues/comments/71","html_url":"%2$s/issues/7#issuecomment-71","issue_url":"%1$s/issues/7","id":71,"node_id":"IC_71",
             "user":%3$s,"created_at":"2024-05-01T13:00:00Z","updated_at":"2024-05-01T14:00:00Z","author_association":"NONE","body":"Warmly"}"""
                    .formatted(REPO, PAGE, GRACE);
    private static final String PULL =
            """
            {"url":"%1$s/pulls/8","html_url":"%2$s/pull/8","id":800,"node_id":"PR_8","number":8,"title":"Wave","user":%3$s,"state":"open",
             "created_at":"2024-05-03T12:00:00Z","updated_at":"2024-05-03T12:00:00Z","merged_at":null,"body":null,"head":{},"base":{}}"""
                    .formatted(REPO, PAGE, GRACE);

    @TempDir Path folder;

    private static String user(String login, String type) {
        return """
                {"login":"%s","id":1,"node_id":"U_1","type":"%s","html_url":"https://github.com/%s","avatar_url":"https://avatars.example/1"}"""
                .formatted(login, type, login);
    }

    private Found.Basket read(String json) throws IOException {
        Files.writeString(folder.resolve("page.json"), json);
        return read();
    }

    private Found.Basket read() throws IOException {
        return Given.read(new GitHubFormat(), folder);
    }

    @Test
    void anIssueAndItsCommentMeetInWhateverOrder() throws IOException {
        var found = read("[" + COMMENT + "," + ISSUE + "]");
        var issue = deed(found, "folk/moot#7");
        assertThat(issue.kind()).isEqualTo(Kind.ISSUE);
        assertThat(issue.who()).isEqualTo("ada-l");
        assertThat(issue.edited()).isNull();
        assertThat(issue.mentions()).containsExactly("grace");
        assertThat(issue.facts())
                .containsEntry("labels", "first, help")
                .containsEntry("state", "closed")
                .containsEntry("reactions +1", "2")
                .containsEntry("node_id", "I_7")
                .doesNotContainKeys("reactions -1", "locked");
        var comment = deed(found, "folk/moot#7/comment/71");
        assertThat(comment.kind()).isEqualTo(Kind.REPLY);
        assertThat(comment.parent()).isEqualTo("folk/moot#7");
        assertThat(comment.edited()).isEqualTo("2024-05-01T14:00:00Z");
        assertThat(found.all(Found.Place.class))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.id()).isEqualTo("folk/moot");
                            assertThat(p.style()).isEqualTo(Style.FORUM);
                        });
        assertThat(found.all(Person.class))
                .extracting(p -> p.fields().get("association"))
                .containsExactly(null, "MEMBER");
        assertThat(found.all(Person.class)).allSatisfy(p -> assertThat(p.flags()).isEmpty());
    }

    @Test
    void aPullRequestIsOneDeedInEitherList() throws IOException {
        var asIssue =
                ISSUE.replace("/issues/7\"", "/pull/8\"")
                        .replace(
                                "\"number\":7",
                                "\"number\":8,\"pull_request\":{\"merged_at\":null}");
        var found = read("[" + PULL + "," + asIssue + "]");
        assertThat(found.all(Deed.class)).extracting(Deed::id).containsOnly("folk/moot#8");
        assertThat(found.all(Deed.class)).extracting(Deed::kind).containsOnly(Kind.PULL_REQUEST);
    }

    @Test
    void reviewsAndRemarksOnLinesHangOnTheirPullRequest() throws IOException {
        var found =
                read(
                        """
                [{"id":81,"node_id":"R","user":%1$s,"body":"Good","state":"APPROVED","html_url":"%2$s/pull/8#pullrequestreview-81","pull_request_url":"%3$s/pulls/8","submitted_at":"2024-05-04T12:00:00Z"},
                 {"id":82,"node_id":"C","user":%1$s,"body":"Typo","path":"a.md","diff_hunk":"@@","html_url":"%2$s/pull/8#discussion_r82","pull_request_url":"%3$s/pulls/8","created_at":"2024-05-04T12:00:00Z","updated_at":"2024-05-04T12:00:00Z"},
                 {"id":83,"node_id":"C","user":%1$s,"body":"Yes","in_reply_to_id":82,"diff_hunk":"@@","html_url":"%2$s/pull/8#discussion_r83","pull_request_url":"%3$s/pulls/8","created_at":"2024-05-04T13:00:00Z","updated_at":"2024-05-04T13:00:00Z"}]
                """
                                .formatted(ADA, PAGE, REPO));
        assertThat(deed(found, "folk/moot#8/review/81").kind()).isEqualTo(Kind.REVIEW);
        assertThat(deed(found, "folk/moot#8/review/81").parent()).isEqualTo("folk/moot#8");
        assertThat(deed(found, "folk/moot#8/line/82").kind()).isEqualTo(Kind.COMMENT);
        assertThat(deed(found, "folk/moot#8/line/82").edited()).isNull();
        assertThat(deed(found, "folk/moot#8/line/83").parent()).isEqualTo("folk/moot#8/line/82");
    }

    @Test
    void aDiscussionKeepsItsThreadAndItsAnswer() throws IOException {
        var found =
                read(
                        """
                [{"number":5,"id":1,"node_id":"D","title":"Where?","html_url":"%2$s/discussions/5","user":%1$s,"body":"?","category":{"name":"Q&A","is_answerable":true},
                  "created_at":"2024-05-01T12:00:00Z","updated_at":"2024-05-09T12:00:00Z","answer_html_url":"%2$s/discussions/5#discussioncomment-51","answer_chosen_at":"2024-05-02T12:00:00Z","answer_chosen_by":%1$s},
                 {"id":51,"node_id":"DC","html_url":"%2$s/discussions/5#discussioncomment-51","parent_id":null,"user":%3$s,"body":"Here","created_at":"2024-05-01T13:00:00Z","updated_at":"2024-05-01T13:00:00Z"},
                 {"id":52,"node_id":"DC","html_url":"%2$s/discussions/5#discussioncomment-52","parent_id":51,"user":%1$s,"body":"Ta","created_at":"2024-05-01T14:00:00Z","updated_at":"2024-05-01T14:00:00Z"},
                 {"number":6,"id":2,"node_id":"D","title":"News","html_url":"%2$s/discussions/6","user":%1$s,"category":{"name":"News","is_answerable":false},"created_at":"2024-05-01T12:00:00Z"}]
                """
                                .formatted(ADA, PAGE, GRACE));
        assertThat(deed(found, "folk/moot/d/5").kind()).isEqualTo(Kind.QUESTION);
        assertThat(deed(found, "folk/moot/d/5/comment/51").parent()).isEqualTo("folk/moot/d/5");
        assertThat(deed(found, "folk/moot/d/5/comment/52").parent())
                .isEqualTo("folk/moot/d/5/comment/51");
        assertThat(deed(found, "folk/moot/d/6").kind()).isEqualTo(Kind.MESSAGE);
        assertThat(found.all(Mark.class))
                .containsExactly(
                        new Mark(
                                "github",
                                "folk/moot/d/5/comment/51",
                                Mark.What.ACCEPTED,
                                "ada-l",
                                Instant.parse("2024-05-02T12:00:00Z")));
    }

    @Test
    void starsForksAndReleasesAreKept() throws IOException {
        Files.writeString(
                folder.resolve("stars.json"),
                "[{\"starred_at\":\"2024-01-01T00:00:00Z\",\"user\":" + GRACE + "}]");
        var found =
                read(
                        """
                [{"id":9,"node_id":"RE","tag_name":"v1","name":"First","body":"Thanks @grace","draft":false,"prerelease":false,"author":%1$s,"html_url":"%2$s/releases/tag/v1","url":"%3$s/releases/9","created_at":"2024-05-01T00:00:00Z","published_at":"2024-05-02T00:00:00Z","assets":[{"name":"moot.jar"}]},
                 {"id":10,"node_id":"RP","name":"moot","full_name":"grace/moot","fork":true,"owner":%4$s,"html_url":"https://github.com/grace/moot","created_at":"2024-05-03T00:00:00Z"}]
                """
                                .formatted(ADA, PAGE, REPO, GRACE));
        var release = deed(found, "folk/moot/release/9");
        assertThat(release.kind()).isEqualTo(Kind.RELEASE);
        assertThat(release.at()).isEqualTo("2024-05-02T00:00:00Z");
        assertThat(release.facts()).containsEntry("assets", "moot.jar").containsEntry("tag", "v1");
        assertThat(deed(found, "folk/moot/star/grace").kind()).isEqualTo(Kind.FOLLOW);
        assertThat(deed(found, "folk/moot/star/grace").place()).isEqualTo("folk/moot");
        assertThat(deed(found, "fork/grace/moot").who()).isEqualTo("grace");
    }

    @Test
    void deletedAccountsAreNobodyAndBotsAreBots() throws IOException {
        var found =
                read(
                        "["
                                + ISSUE.replace(ADA, "null")
                                + ","
                                + COMMENT.replace(GRACE, user("helper[bot]", "Bot"))
                                + "]");
        assertThat(deed(found, "folk/moot#7").who()).isEqualTo("ghost");
        assertThat(found.all(Person.class).getFirst().flags()).containsExactly(Person.Flag.NOBODY);
        assertThat(found.all(Person.class).getLast().flags()).containsExactly(Person.Flag.BOT);
    }

    @Test
    void aFullProfileIsKeptAndItsAccountsAgeIsNoJoining() throws IOException {
        var found =
                read(
                        """
                {"login":"Ada-L","id":1,"node_id":"U","type":"User","html_url":"https://github.com/Ada-L","name":"Ada","company":"@folk","blog":"https://ada.example.org","location":"London","email":"ada@example.org","twitter_username":"ada","created_at":"2011-01-01T00:00:00Z","updated_at":"2024-01-01T00:00:00Z"}""");
        assertThat(found.all(Person.class))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.id()).isEqualTo("ada-l");
                            assertThat(p.fields())
                                    .containsEntry("name", "Ada")
                                    .containsEntry("handle", "Ada-L")
                                    .containsEntry("email", "ada@example.org")
                                    .containsEntry("x", "ada");
                            assertThat(p.joined()).isNull();
                            assertThat(p.asOf()).isEqualTo("2024-01-01T00:00:00Z");
                        });
    }

    @Test
    void aCommitMeetsTheOneOfAClone() throws IOException {
        var commit =
                """
                {"sha":"abc","node_id":"C","html_url":"%1$s/commit/abc","url":"%2$s/commits/abc","author":%3$s,"parents":[{"sha":"0"}],
                 "commit":{"author":{"name":"Ada","email":"Ada@Example.org","date":"2024-05-01T12:00:00Z"},"message":"Greet\\n\\nWarmly"}}"""
                        .formatted(PAGE, REPO, ADA);
        var found =
                read(
                        "["
                                + commit
                                + ","
                                + commit.replace(
                                                "{\"sha\":\"0\"}",
                                                "{\"sha\":\"0\"},{\"sha\":\"1\"}")
                                        .replace("abc", "def")
                                + "]");
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.source()).isEqualTo("git");
                            assertThat(d.id()).isEqualTo("abc");
                            assertThat(d.who()).isEqualTo("ada@example.org");
                            assertThat(d.place()).isEqualTo("folk/moot");
                        });
        assertThat(found.all(Person.class))
                .singleElement()
                .satisfies(p -> assertThat(p.fields()).containsEntry("github", "Ada-L"));
    }

    @Test
    void whatThePlatformNotesAndReactionsAreKept() throws IOException {
        var found =
                read(
                        """
                [{"id":1,"node_id":"E","url":"%1$s/issues/events/1","actor":%2$s,"event":"labeled","label":{"name":"help"},"created_at":"2024-05-01T12:00:00Z","issue":{"number":7}},
                 {"id":2,"node_id":"RX","user":%2$s,"content":"heart","created_at":"2024-05-01T12:00:00Z"}]
                """
                                .formatted(REPO, ADA));
        assertThat(deed(found, "event/1").kind()).isEqualTo(Kind.SYSTEM_NOTE);
        assertThat(deed(found, "event/1").parent()).isEqualTo("folk/moot#7");
        assertThat(deed(found, "event/1").facts()).containsEntry("label", "help");
        assertThat(deed(found, "reaction/2").kind()).isEqualTo(Kind.REACTION);
    }

    @Test
    void pagesOneAfterTheOtherAndSearchResultsAreRead() throws IOException {
        assertThat(read("\uFEFF[" + ISSUE + "][" + COMMENT + "]\n" + PULL + "\n").all(Deed.class))
                .hasSize(3);
        var found = read("{\"total_count\":3,\"items\":[{\"odd\":1}," + ISSUE + "," + PULL + "]}");
        assertThat(found.all(Deed.class)).hasSize(2);
        assertThat(found.all(Refused.class)).hasSize(1);
    }

    @Test
    void aBadObjectIsRefusedAndTheRestIsRead() throws IOException {
        var found =
                read(
                        "["
                                + ISSUE.replace("2024-05-01T12", "1969-05-01T12")
                                + ",\n"
                                + ISSUE.replace("2024-05-01T12", "2100-05-01T12")
                                + ",\n"
                                + ISSUE.replace("\"created_at\":\"2024-05-01T12:00:00Z\",", "")
                                + ",\n"
                                + "\"text\", 5, null, {\"message\":\"Not Found\"},\n"
                                + ISSUE
                                + ",\n"
                                + COMMENT
                                + ", {\"cut");
        assertThat(found.all(Deed.class)).hasSize(2);
        assertThat(found.all(Refused.class))
                .hasSize(8)
                .allSatisfy(r -> assertThat(r.line()).isPositive());
    }

    @Test
    void aCommentUnderItselfHangsOnTheThread() throws IOException {
        var found =
                read(
                        """
                {"id":51,"node_id":"DC","html_url":"%s/discussions/5#discussioncomment-51","parent_id":51,"user":%s,"body":"Me","created_at":"2024-05-01T13:00:00Z"}"""
                                .formatted(PAGE, ADA));
        assertThat(found.all(Deed.class)).extracting(Deed::parent).containsExactly("folk/moot/d/5");
    }

    @Test
    void anotherGitHubIsAnotherSource() throws IOException {
        var found = read(ISSUE.replace("https://github.com/", "https://git.example.org/"));
        assertThat(found.all(Deed.class))
                .extracting(Deed::source)
                .containsExactly("github:git.example.org");
    }

    @Test
    void onlyGitHubsPagesAreRecognised() throws IOException {
        Files.writeString(
                folder.resolve("page.json"),
                "[{\"user\":\"U1\",\"text\":\"see https://api.github.com/repos/folk/moot\"}]");
        try (var tree = Tree.of(folder)) {
            assertThat(new GitHubFormat().recognises(tree)).isFalse();
        }
        Files.writeString(
                folder.resolve("page.json"),
                "[{\"url\": \"https://api.github.com/repos/folk/moot/issues/1\", \"html_url\": \"https://github.com/folk/moot/issues/1\", \"number\": 1}]");
        try (var tree = Tree.of(folder)) { // as it was before 2018
            assertThat(new GitHubFormat().recognises(tree)).isTrue();
        }
        Files.writeString(folder.resolve("page.json"), "[" + ISSUE + "]");
        try (var tree = Tree.of(folder)) {
            assertThat(new GitHubFormat().recognises(tree)).isTrue();
        }
    }
}
