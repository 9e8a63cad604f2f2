package org.folkmoot.sources.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class GitHubConnectorTests extends ConnectorContract {

    private static final Instant MADE = Instant.parse("2020-01-01T00:00:00Z");

    private final Hub hub = new Hub();
    private String below = "";

    GitHubConnectorTests() {
        for (long n = 1; n <= 5; n++) {
            hub.issues.add(thing(n, "Please " + n, MADE.plusSeconds(n)));
        }
        for (long n = 11; n <= 13; n++) {
            hub.comments.add(thing(n, "Sure " + n, MADE.plusSeconds(n)));
        }
        for (var who : new String[] {"ada", "grace", "linus"}) {
            hub.stars.add(who);
        }
    }

    private static Hub.Thing thing(long number, String body, Instant at) {
        return new Hub.Thing(number, "ada", body, at, at);
    }

    @Override
    protected Connector connector() {
        return new GitHubConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer " + SECRET)
                .containsEntry("x-github-api-version", "2022-11-28");
        return hub.answer(asked);
    }

    /// GraphQL is no part of it, stargazers are of another, and the addresses of next pages are
    /// GitHub's own.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of(
                "POST /graphql: No API path.*",
                "GET /user/repos: No API path.*",
                "GET /repos/[^:]*/stargazers: No API path.*",
                "GET /repositories/\\d+/[^:]*: No API path.*");
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base + below, "repositories", Hub.REPO);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(403, "{\"message\":\"You have exceeded a secondary rate limit\"}")
                .with("Retry-After", "61")
                .with("x-ratelimit-remaining", "4000");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(61);
    }

    @Test
    void everythingIsReadOverItsPagesWithOpaqueAddresses() {
        assertThat(ids(all("")))
                .contains(
                        "ada/moot#1",
                        "ada/moot#2",
                        "ada/moot#5",
                        "ada/moot#1/comment/13",
                        "ada/moot#2/review/900",
                        "ada/moot/d/5",
                        "ada/moot/d/5/comment/70",
                        "ada/moot/d/5/comment/71",
                        "ada/moot/star/linus");
        assertThat(vendor().asked())
                .anyMatch(a -> a.path().startsWith("/repositories/1000/"))
                .filteredOn(a -> a.path().equals("/repos/ada/moot/stargazers"))
                .allMatch(a -> a.headers().getOrDefault("accept", "").contains("star+json"));
    }

    @Test
    void whereNoneIsNamedAllThatTheTokenMaySeeAreOffered() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/user/repos")
                                        ? Vendor.Answer.json(
                                                List.of(
                                                        Map.of("full_name", "ada/moot"),
                                                        Map.of("full_name", "us/lantern")))
                                        : null);
        var none =
                new Connection(
                        7,
                        Map.of("base-url", settings(vendor().url()).get("base-url")),
                        Map.of("token", SECRET));
        assertThat(connector().offering().orElseThrow().of(line(none), "repositories"))
                .extracting(Offering.Offer::value)
                .containsExactly("ada/moot", "us/lantern");
    }

    @Test
    void laterOnlyWhatChangedIsAskedFor() {
        var first = round("");
        vendor().forget();
        hub.comments.set(0, new Hub.Thing(11, "ada", "Sure, edited", MADE, NOW.plusSeconds(5)));
        hub.stars.add("zoe");
        var second = round(first.next());
        assertThat(ids(second.found())).contains("ada/moot/star/zoe").doesNotContain("ada/moot#1");
        assertThat(second.found())
                .filteredOn(f -> f instanceof Deed d && d.id().equals("ada/moot#1/comment/11"))
                .singleElement()
                .satisfies(f -> assertThat(((Deed) f).text()).isEqualTo("Sure, edited"))
                .satisfies(f -> assertThat(((Deed) f).edited()).isNotNull());
        assertThat(vendor().asked())
                .filteredOn(a -> a.path().equals("/repos/ada/moot/issues"))
                .isNotEmpty()
                .allMatch(a -> Instant.parse(a.one("since")).isAfter(MADE.plusSeconds(3600)));
        assertThat(second.pages()).isLessThan(first.pages());
    }

    @Test
    void theLimitIsObeyedBeforeItBites() {
        hub.remaining = 1;
        assertThat(pull("")).isInstanceOf(Pull.Caught.class);
        var line = line();
        connector().pull(line, "");
        vendor().forget();
        var second = org.folkmoot.sources.pulls.Pulling.pull(connector(), line, "");
        assertThat(second)
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow ->
                                assertThat(slow.until())
                                        .isEqualTo(Instant.ofEpochSecond(1930303030)));
        assertThat(vendor().asked()).isEmpty();
    }

    @Test
    void anAnswerThatWasChosenIsAccepted() {
        assertThat(all(""))
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .contains("ada/moot/d/5/comment/70");
    }

    @Test
    void whatIsSwitchedOffIsPassedOver() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/issues")
                                        ? Vendor.Answer.of(
                                                410, "{\"message\":\"Issues are disabled\"}")
                                        : null);
        assertThat(ids(all(""))).contains("ada/moot/star/ada").doesNotContain("ada/moot#1");
    }

    @Test
    void ofAnIssueThatChangedTheLatestHolds() {
        var first = round("");
        assertThat(deed(first.found(), "ada/moot#3").edited()).isNull();
        hub.issues.set(2, new Hub.Thing(3, "ada", "Other words", MADE, NOW.plusSeconds(5)));
        var found = round(first.next()).found();
        assertThat(deed(found, "ada/moot#3").text()).isEqualTo("Other words");
        assertThat(deed(found, "ada/moot#3").edited()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void membersAndContributorsAreReadOnceADay() {
        hub.members.add("linus");
        var first = round("");
        assertThat(first.found())
                .filteredOn(f -> f instanceof Person p && p.fields().containsValue("MEMBER"))
                .extracting(f -> ((Person) f).id())
                .containsExactly("linus");
        assertThat(first.found())
                .anyMatch(f -> f instanceof Person p && p.fields().containsKey("contributions"));
        vendor().forget();
        round(first.next());
        assertThat(vendor().asked()).noneMatch(a -> a.path().startsWith("/orgs"));
    }

    @Test
    void graphQlSaysNoWithTwoHundred() {
        var first = cursorBefore("DISCUSSIONS");
        vendor().instead(
                        a -> a.path().equals("/graphql") ? said("RATE_LIMITED", "API rate") : null);
        assertThat(pull(first)).isInstanceOf(Pull.SlowDown.class);
        vendor().instead(
                        a -> a.path().equals("/graphql") ? said("", "Something went wrong") : null);
        assertThat(pull(first)).isInstanceOf(Pull.Unreachable.class);
        vendor().instead(
                        a -> a.path().equals("/graphql") ? said("FORBIDDEN", "Not for you") : null);
        assertThat(pull(first)).isInstanceOf(Pull.Caught.class);
    }

    private String cursorBefore(String stage) {
        for (var cursor = ""; ; ) {
            cursor = ((Pull.Caught) pull(cursor)).next();
            if (cursor.contains("\"stage\":\"" + stage + "\"")) {
                return cursor;
            }
        }
    }

    private static Vendor.Answer said(String type, String message) {
        return Vendor.Answer.of(
                200,
                "{\"data\":{\"repository\":null},\"errors\":[{\"type\":\"%s\",\"message\":\"%s\"}]}"
                        .formatted(type, message));
    }

    private List<Found> told(String event, String json) {
        var basket = new Found.Basket();
        var headers = Map.of("x-github-event", event, "x-github-delivery", "d1");
        new GitHubCalls()
                .tell(new Call("POST", Map.of(), headers, Signature.bytes(json)), line(), basket);
        return basket.all();
    }

    private static String body(String action, String more) {
        return "{\"action\":\"%s\",\"repository\":{\"full_name\":\"ada/moot\"},%s}"
                .formatted(action, more);
    }

    @Test
    void callsTellOfStarsTakenBackTransfersAndRemarksOnCommits() {
        var star =
                told("star", body("deleted", "\"starred_at\":null,\"sender\":{\"login\":\"Zoe\"}"));
        assertThat(star)
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .containsExactly("ada/moot/star/zoe");
        var issue =
                """
                "issue":{"number":4,"title":"Moved","html_url":"https://github.com/ada/moot/issues/4","user":null,
                 "created_at":"2031-01-01T00:00:00Z","updated_at":"2031-01-02T00:00:00Z","state":"open"}
                """;
        assertThat(told("issues", body("transferred", issue)))
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .containsExactly("ada/moot#4");
        var remark =
                """
                "comment":{"id":8,"html_url":"https://github.com/ada/moot/commit/abc#commitcomment-8","commit_id":"abc",
                 "user":{"login":"zoe"},"body":"Why?","created_at":"2031-01-01T00:00:00Z","updated_at":"2031-01-01T00:00:00Z"}
                """;
        assertThat(ids(told("commit_comment", body("created", remark))))
                .containsExactly("ada/moot/commit/abc/comment/8");
    }

    @Test
    void aReviewThatIsNotYetHandedInIsLeftOut() {
        var review =
                """
                "review":{"id":9,"html_url":"https://github.com/ada/moot/pull/2#pullrequestreview-9","state":"PENDING",
                 "user":{"login":"zoe"},"body":"","pull_request_url":"https://api.github.com/repos/ada/moot/pulls/2"%s}
                """;
        assertThat(told("pull_request_review", body("edited", review.formatted(""))))
                .noneMatch(f -> f instanceof Deed || f instanceof Found.Refused);
        var given = ",\"submitted_at\":\"2031-01-01T00:00:00Z\"";
        assertThat(
                        deed(
                                        told(
                                                "pull_request_review",
                                                body(
                                                        "submitted",
                                                        review.replace("PENDING", "approved")
                                                                .formatted(given))),
                                        "ada/moot#2/review/9")
                                .facts())
                .containsEntry("state", "APPROVED");
    }

    @Test
    void nextPagesLieBelowTheBaseAddress() {
        below = "/github";
        var api = new GitHubApi(line());
        assertThat(next(api, "https://api.github.com/repositories/1000/issues?page=2"))
                .isEqualTo("/github/repositories/1000/issues?page=2");
        assertThat(next(api, vendor().url() + "/github/repositories/1000/issues?page=2"))
                .isEqualTo("/github/repositories/1000/issues?page=2");
    }

    private static String next(GitHubApi api, String url) {
        return api.next(
                new org.folkmoot.sources.Reply(
                        200, Map.of("link", "<" + url + ">; rel=\"next\""), new byte[0]),
                "");
    }
}
