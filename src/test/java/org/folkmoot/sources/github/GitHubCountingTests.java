package org.folkmoot.sources.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// GitHub's totals stand beside ours.
@HouseTest
class GitHubCountingTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Intaking intaking;

    private final Harness.Hands hands = new Harness.Hands();
    private final Vendor vendor =
            new Vendor(
                    asked ->
                            asked.path().equals("/search/issues")
                                    ? Vendor.Answer.json(
                                                    Map.of(
                                                            "total_count",
                                                            asked.one("q").endsWith("is:pr")
                                                                    ? 7
                                                                    : 12))
                                            .with("x-ratelimit-remaining", "29")
                                            .with("x-ratelimit-limit", "30")
                                    : Vendor.Answer.json(
                                            Map.of(
                                                    "full_name",
                                                    "Ada/Moot",
                                                    "stargazers_count",
                                                    5,
                                                    "forks_count",
                                                    2)));

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void totalsStandBesideOursAndTheLimitIsKnown() {
        var here = town.found();
        intaking.take(
                here,
                List.of(
                        Found.Place.of("github", "ada/moot", "ada/moot", Style.FORUM),
                        Deed.of(
                                        "github",
                                        "ada/moot#1",
                                        Kind.ISSUE,
                                        "ada",
                                        hands.instant().minusSeconds(900_000_000))
                                .in("ada/moot"),
                        Deed.of(
                                        "github",
                                        "other/repo#1",
                                        Kind.ISSUE,
                                        "ada",
                                        hands.instant().minusSeconds(900_000_000))
                                .in("other/repo")));
        var source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "github",
                                                "",
                                                Map.of(
                                                        "base-url",
                                                        vendor.url(),
                                                        "repositories",
                                                        "ada/moot"),
                                                Map.of("token", "t")));
        var compared = town.in(here, () -> harness.comparing(hands).compare(source.id()));
        assertThat(compared)
                .extracting(c -> "%s: %d, %d".formatted(c.name(), c.theirs(), c.ours()))
                .containsExactly(
                        "issues of Ada/Moot: 12, 1",
                        "pull requests of Ada/Moot: 7, 0",
                        "stars and forks of Ada/Moot: 7, 0");
        var advance = town.in(here, () -> harness.advancing(hands).of(source.id()));
        assertThat(advance.words()).contains("unknown until some minutes were read");
        assertThat(advance.budgets())
                .filteredOn(left -> left.lane().equals("search"))
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.remaining()).isEqualTo(29);
                            assertThat(left.most()).isEqualTo(30);
                        });
    }
}
