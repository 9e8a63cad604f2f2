package org.folkmoot.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.sources.pulls.Puller.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a platform in miniature brings, from the first request to the ledger.
@HouseTest
public abstract class Landing {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Vendor vendor = new Vendor(_ -> Vendor.Answer.of(500, ""));
    private final Harness.Hands hands = new Harness.Hands();

    protected abstract String platform();

    /// Answers as the platform does.
    protected abstract Vendor.Answer answer(Vendor.Asked asked);

    protected abstract Map<String, String> settings(String base);

    protected abstract Map<String, String> secrets();

    /// How many turns are surely enough when every second answer is cut short.
    protected int turns() {
        return 60;
    }

    @BeforeEach
    void open() {
        vendor.close();
        vendor = new Vendor(this::answer);
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    protected Vendor vendor() {
        return vendor;
    }

    protected Harness.Hands hands() {
        return hands;
    }

    protected Community found() {
        return town.found();
    }

    protected Source connect(Community here) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(platform(), "", settings(vendor.url()), secrets()));
    }

    protected Ended step(Community here, Source source) {
        return town.in(here, () -> harness.puller(hands).step(source.id()));
    }

    protected Source now(Community here, Source source) {
        return town.in(here, () -> sources.get(source.id()));
    }

    protected Source pull(Community here, Source source) {
        for (int n = 0; n < 200; n++) {
            if (step(here, source) != Ended.MORE) {
                return now(here, source);
            }
        }
        throw new AssertionError("It does not end");
    }

    protected List<String> rows(Community here, String sql) {
        return town.in(
                here, () -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    /// Each as `id kind counted`, and what it stands under.
    protected List<String> ledger(Community here) {
        return rows(
                here,
                """
                select a.external_id || ' ' || a.kind || ' ' || a.counted || coalesce(' under ' || p.external_id, '')
                from activity.activity a left join activity.activity p
                    on p.community_id = a.community_id and p.id = a.parent_id
                where a.community_id = folkmoot.community() order by a.external_id
                """);
    }

    /// Pulls again some hours later.
    protected Source later(Community here, Source source) {
        hands.set(hands.instant().plus(Duration.ofHours(25)));
        return pull(here, source);
    }

    /// What one of the ledger is called, and how often it was called otherwise before.
    protected String called(Community here, String id) {
        return rows(
                        here,
                        """
                        select coalesce(a.title, a.text) || ', once ' || (select count(*) from activity.version v
                            where v.community_id = a.community_id and v.activity_id = a.id)
                        from activity.activity a where a.community_id = folkmoot.community() and a.external_id = '%s'
                        """
                                .formatted(id))
                .getFirst();
    }

    /// Whether one of the ledger counts.
    protected boolean counts(Community here, String id) {
        return rows(
                        here,
                        "select a.counted::text from activity.activity a where a.community_id = folkmoot.community() and a.external_id = '%s'"
                                .formatted(id))
                .contains("true");
    }

    @Test
    void whatIsReadAgainIsNothingNew() {
        var here = found();
        var source = connect(here);
        var whole = pull(here, source);
        assertThat(whole.problem()).isNull();
        assertThat(whole.counts().refused()).isZero();
        var all = ledger(here);
        assertThat(all).isNotEmpty();
        var again = pull(here, source);
        assertThat(again.counts().stored()).isEqualTo(whole.counts().stored());
        assertThat(ledger(here)).isEqualTo(all);
    }

    @Test
    void whateverCutsItShortTheEndIsTheSame() {
        var undisturbed = found();
        pull(undisturbed, connect(undisturbed));

        var here = found();
        var source = connect(here);
        var cuts = new int[] {0};
        vendor.instead(
                asked ->
                        !asked.path().contains("token") && cuts[0]++ % 2 == 0
                                ? Vendor.Answer.of(cuts[0] % 4 == 1 ? 502 : 200, "{\"cut")
                                : null);
        for (int n = 0; n < turns(); n++) {
            step(here, source);
            hands.set(hands.instant().plus(Duration.ofHours(2)));
        }
        assertThat(cuts[0]).isGreaterThan(turns() / 3);
        assertThat(ledger(here)).isEqualTo(ledger(undisturbed));
    }
}
