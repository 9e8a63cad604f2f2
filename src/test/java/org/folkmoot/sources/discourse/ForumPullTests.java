package org.folkmoot.sources.discourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Puller.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A forum from the first page to the ledger.
@HouseTest
class ForumPullTests {

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
        for (int n = 1; n <= 120; n++) {
            forum.post(n * 3L, 1, n, 1 + n % 2, "Post " + n);
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
                        joining()
                                .add(
                                        "discourse",
                                        "",
                                        Map.of("base-url", vendor.url()),
                                        Map.of("api-key", "s3cret-of-Ada")));
    }

    private Joining joining() {
        return harness.joining(hands);
    }

    private Ended step(Community here, Source source) {
        return town.in(here, () -> harness.puller(hands).step(source.id()));
    }

    private Source pull(Community here, Source source) {
        for (int n = 0; n < 200; n++) {
            if (step(here, source) != Ended.MORE) {
                return now(here, source);
            }
        }
        throw new AssertionError("It does not end");
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
                                                        """
                                                        select external_id || ' ' || text || ' ' || counted from activity.activity
                                                        where community_id = folkmoot.community() order by external_id
                                                        """)
                                                .query(String.class)
                                                .list()));
    }

    @Test
    void allOfItIsInTheLedgerOnceHoweverOftenItIsAsked() {
        var here = town.found();
        var source = connect(here);
        var whole = pull(here, source);
        assertThat(whole.completeAt()).isNotNull();
        assertThat(whole.counts().activities()).isEqualTo(120);
        assertThat(ledger(here)).hasSize(120);
        assertThat(whole.nextAt()).isEqualTo(hands.instant().plus(Duration.ofMinutes(5)));

        var again = pull(here, source);
        assertThat(again.counts().activities()).isEqualTo(120);
        assertThat(ledger(here)).hasSize(120);
    }

    @Test
    void whateverCutsItShortTheEndIsTheSame() {
        var undisturbed = town.found();
        pull(undisturbed, connect(undisturbed));

        var here = town.found();
        var source = connect(here);
        var cuts = new int[] {0};
        vendor.instead(
                asked ->
                        cuts[0]++ % 2 == 0
                                ? Vendor.Answer.of(cuts[0] % 4 == 1 ? 502 : 200, "{\"cut")
                                : null);
        for (int n = 0; n < 60; n++) {
            step(here, source);
            hands.set(hands.instant().plus(Duration.ofHours(2)));
        }
        assertThat(cuts[0]).isGreaterThan(20);
        assertThat(ledger(here)).hasSize(120).isEqualTo(ledger(undisturbed));
    }

    @Test
    void aLimitIsKeptOverARestartAndNobodyAsksBeforeItsTime() {
        var here = town.found();
        var source = connect(here);
        vendor.instead(_ -> Vendor.Answer.of(429, "{}").with("Retry-After", "90"));
        assertThat(step(here, source)).isEqualTo(Ended.WAITS);
        var waits = now(here, source);
        assertThat(waits.nextAt()).isEqualTo(hands.instant().plusSeconds(90));
        assertThat(waits.waiting()).contains("slow down");
        assertThat(waits.problem()).isNull();

        vendor.instead(null);
        vendor.forget();
        hands.set(hands.instant().plusSeconds(89));
        assertThat(step(here, source)).isEqualTo(Ended.WAITS);
        assertThat(vendor.asked()).isEmpty();
        hands.set(hands.instant().plusSeconds(1));
        assertThat(step(here, source)).isEqualTo(Ended.MORE);
    }

    @Test
    void aKeyThatIsRefusedStopsThisOneAloneUntilSomebodyMendsIt() {
        var here = town.found();
        var source = connect(here);
        vendor.instead(_ -> Vendor.Answer.of(401, "{}"));
        assertThat(step(here, source)).isEqualTo(Ended.STOPPED);
        assertThat(now(here, source).state()).isEqualTo(Source.State.BROKEN);
        assertThat(now(here, source).problem()).contains("Give it a new one");
        vendor.instead(null);
        assertThat(step(here, source)).isEqualTo(Ended.STOPPED);
        town.in(
                here,
                () -> {
                    joining().change(source.id(), Map.of(), Map.of("api-key", "another"));
                    return true;
                });
        assertThat(step(here, source)).isEqualTo(Ended.MORE);
        assertThat(vendor.asked().getLast().headers()).containsEntry("api-key", "another");
    }

    @Test
    void theDatabaseHoldsNoSecretThatCouldBeRead() {
        var here = town.found();
        var source = connect(here);
        pull(here, source);
        var rows =
                town.in(
                        here,
                        () ->
                                transaction.execute(
                                        _ ->
                                                db.sql(
                                                                """
                                                                select coalesce(string_agg(s::text, ' '), '') || (select string_agg(x::text || encode(x.sealed, 'escape'), ' ')
                                                                    from sources.secret x where x.community_id = folkmoot.community())
                                                                    || (select string_agg(t::text, ' ') from access.trail t where t.community_id = folkmoot.community())
                                                                from sources.source s where s.community_id = folkmoot.community()
                                                                """)
                                                        .query(String.class)
                                                        .single()));
        assertThat(rows).contains("discourse").doesNotContain("s3cret");
        assertThat(source.toString()).doesNotContain("s3cret");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsKept() {
        var here = town.found();
        assertThatThrownBy(() -> town.in(here, () -> joining().add("fax", "", Map.of(), Map.of())))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("There is no platform fax");
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () ->
                                                joining()
                                                        .add(
                                                                "discourse",
                                                                "",
                                                                Map.of("base-url", "forum"),
                                                                Map.of())))
                .hasMessageContaining("is no web address");
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () ->
                                                joining()
                                                        .add(
                                                                "discourse",
                                                                "",
                                                                Map.of("base-url", vendor.url()),
                                                                Map.of())))
                .hasMessageContaining("the secret api-key");
        assertThat(town.in(here, sources::all)).isEmpty();
        connect(here);
        assertThatThrownBy(() -> connect(here)).hasMessageContaining("already");
    }

    @Test
    void aTrialReadsOneRealThing() {
        var here = town.found();
        var source = connect(here);
        assertThat(town.in(here, () -> joining().look(source.id()))).contains("rotate keys");
        vendor.instead(_ -> Vendor.Answer.of(403, "{}"));
        assertThatThrownBy(() -> town.in(here, () -> joining().look(source.id())))
                .hasMessageContaining("does not allow");
    }
}
