package org.folkmoot.sources.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class GitHubConnectorTests extends ConnectorContract {

    private static final Instant MADE = Instant.parse("2020-01-01T00:00:00Z");

    private final Hub hub = new Hub();

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
                "GET /repos/[^:]*/stargazers: No API path.*",
                "GET /repositories/\\d+/[^:]*: No API path.*");
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "repositories", Hub.REPO);
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
        var second = org.folkmoot.sources.Pulling.pull(connector(), line, "");
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
}
