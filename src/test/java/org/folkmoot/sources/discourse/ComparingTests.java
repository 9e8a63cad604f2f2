package org.folkmoot.sources.discourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.comparing.Rehearsal;
import org.folkmoot.sources.pulls.Puller.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What reading again would change is told, and nothing is changed by telling.
@HouseTest
class ComparingTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final Forum forum = new Forum();
    private final Vendor vendor = new Vendor(forum::answer);
    private final Harness.Hands hands = new Harness.Hands();

    @BeforeEach
    void fill() {
        forum.topic(1, "How do I rotate keys?", "2020-02-01T00:00:00Z");
        for (int n = 1; n <= 12; n++) {
            forum.post(n, 1, n, 1 + n % 2, "Post " + n);
        }
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private Source connect(Community here) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(
                                        "discourse",
                                        "",
                                        Map.of("base-url", vendor.url()),
                                        Map.of("api-key", "s3cret")));
    }

    private void pull(Community here, Source source) {
        while (town.in(here, () -> harness.puller(hands).step(source.id())) == Ended.MORE) {
            // the next page
        }
    }

    private Source now(Community here, Source source) {
        return town.in(here, () -> sources.get(source.id()));
    }

    private List<String> ledger(Community here) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        "select external_id || ' ' || text from activity.activity where community_id = folkmoot.community() order by external_id")
                                                .query(String.class)
                                                .list()));
    }

    @Test
    void whatReadingAgainWouldChangeIsToldAndNotDone() {
        var here = town.found();
        var source = connect(here);
        var first = rehearse(here, source);
        assertThat(first.fresh()).isGreaterThan(12);
        assertThat(first.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(ledger(here)).isEmpty();

        pull(here, source);
        var all = ledger(here);
        var before = now(here, source);
        var same = rehearse(here, source);
        assertThat(same.fresh()).isZero();
        assertThat(same.known()).isPositive();
        assertThat(same.examples()).isEmpty();

        forum.post(13, 1, 13, 1, "One more");
        var more = rehearse(here, source);
        assertThat(more.fresh()).isEqualTo(1);
        assertThat(more.examples()).singleElement().asString().contains("One more");
        assertThat(ledger(here)).isEqualTo(all);
        assertThat(now(here, source)).isEqualTo(before);
    }

    private Rehearsal rehearse(Community here, Source source) {
        return town.in(here, () -> harness.comparing(hands).rehearse(source.id()));
    }

    @Test
    void totalsStandBesideWhatIsHereAndWhoIsThere() {
        var here = town.found();
        var source = connect(here);
        pull(here, source);
        vendor.instead(
                asked ->
                        asked.path().equals("/about.json")
                                ? Vendor.Answer.json(
                                        Map.of(
                                                "about",
                                                Map.of(
                                                        "stats",
                                                        Map.of(
                                                                "topic_count", 1,
                                                                "posts_count", 30,
                                                                "users_count", 3))))
                                : null);
        var compared = town.in(here, () -> harness.comparing(hands).compare(source.id()));
        assertThat(compared)
                .extracting(c -> "%s: %d, %d".formatted(c.name(), c.theirs(), c.ours()))
                .containsExactly(
                        "topics: 1, 1",
                        "posts (there with private messages): 30, 12",
                        "people: 3, " + joined(here));
    }

    /// Whom the forum's list has.
    private String joined(Community here) {
        return Objects.requireNonNull(
                town.in(
                        here,
                        () ->
                                transaction.execute(
                                        _ ->
                                                db.sql(
                                                                "select count(*)::text from members.identity where community_id = folkmoot.community() and joined_at is not null")
                                                        .query(String.class)
                                                        .single())));
    }

    @Test
    void aPlatformThatTellsNoTotalsSaysSo() {
        var here = town.found();
        var source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "telegram",
                                                "",
                                                Map.of("base-url", vendor.url()),
                                                Map.of("token", "5:abc")));
        assertThatThrownBy(() -> town.in(here, () -> harness.comparing(hands).compare(source.id())))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("does not say how much there is");
    }
}
