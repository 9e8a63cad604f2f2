package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.identity.Merging;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.listening.Listening;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.discourse.Forum;
import org.folkmoot.sources.leaving.Leaving;
import org.folkmoot.sources.pulls.Puller.Ended;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A connection that is erased leaves everything as if it had never been.
@HouseTest
@NullUnmarked
class LeavingTests {

    private static final Map<String, String> TABLES =
            Map.ofEntries(
                    Map.entry(
                            "ledger",
                            "select id, kind, identity_id, thread_id, parent_id, day, counted, starts from activity.activity order by id"),
                    Map.entry(
                            "presence",
                            "select * from activity.presence order by day, identity_id"),
                    Map.entry("places", "select id, name from activity.place order by id"),
                    Map.entry("marks", "select * from activity.mark order by external_id, what"),
                    Map.entry("doing", "select * from members.doing order by identity_id, kind"),
                    Map.entry(
                            "accounts",
                            "select id, member_id, home, first_seen, last_seen, activities from members.identity order by id"),
                    Map.entry(
                            "people",
                            "select id, name, role, first_seen, last_seen, left_at, back_at, activities, platforms from members.member order by id"),
                    Map.entry("searched", "select * from members.searched order by member_id"),
                    Map.entry("notes", "select put_on, text from members.note order by id"),
                    Map.entry(
                            "steps",
                            "select one_identity, other_identity from identity.step order by id"),
                    Map.entry(
                            "words",
                            "select activity_id, words from activity.words order by activity_id"));

    @Autowired Metrics metrics;
    @Autowired Listening listening;
    @Autowired Intaking intaking;
    @Autowired Merging merging;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired Leaving leaving;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private final Forum forum = new Forum();
    private final Vendor vendor = new Vendor(forum::answer);
    private final Harness.Hands hands = new Harness.Hands();

    @BeforeEach
    void fill() {
        forum.made = "2025-03-01T08:00:%02d.000Z";
        forum.topic(1, "How do I rotate keys?", "2025-03-01T00:00:00Z");
        for (int n = 1; n <= 40; n++) {
            forum.post(n, 1, n, 1 + n % 2, "Post " + n + " @user1 does the lamp work?");
        }
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private Source connect(Community here) {
        var source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "discourse",
                                                "",
                                                Map.of("base-url", vendor.url()),
                                                Map.of("api-key", "s3cret")));
        while (town.in(here, () -> harness.puller(hands).step(source.id())) == Ended.MORE) {
            // the next page
        }
        return town.in(here, () -> sources.get(source.id()));
    }

    private void erase(Community here, Source source) {
        town.in(
                here,
                () -> {
                    leaving.begin(source.id(), source.name());
                    leaving.finish();
                    return true;
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatAConnectionBroughtGoesAsIfItHadNeverBeen(long seed) {
        var here = town.found();
        var random = new RandomTown(seed, here, intaking);
        random.steps(60);
        var report = look(here);
        var before = tables(here);

        var source = connect(here);
        assertThat(source.counts().activities()).isEqualTo(40);
        town.in(here, () -> merging.join(accounts(here), List.of()));
        assertThat(look(here)).isNotEqualTo(report);
        assertThat(tables(here)).isNotEqualTo(before);

        var preview = town.in(here, () -> leaving.preview(source.id()));
        assertThat(preview.activities()).isEqualTo(40);
        assertThat(preview.people()).isEqualTo(2);
        assertThat(preview.shared()).isZero();
        assertThat(preview.known()).isZero();
        erase(here, source);

        assertThat(look(here)).isEqualTo(report);
        tables(here)
                .forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
        assertThat(town.in(here, () -> sources.all())).isEmpty();
    }

    @Test
    void whomTheTeamWroteOfStaysAndSoDoesWhatAFileToldOfThem() {
        var here = town.found();
        intaking.take(here, List.of(Person.of("slack:T1", "Zoe").with("name", "Zoe")));
        var source = connect(here);
        within(
                here,
                () ->
                        db.update(
                                """
                                insert into members.note (community_id, put_on, member_id, text, by)
                                select community_id, member_id, member_id, 'Likes tea', 'Ada' from members.identity
                                where source like 'discourse:127%' order by id limit 1
                                """));
        var preview = town.in(here, () -> leaving.preview(source.id()));
        assertThat(preview.people()).isEqualTo(1);
        assertThat(preview.known()).isEqualTo(1);
        erase(here, source);
        assertThat(names(here)).hasSize(2).contains("Zoe");
        assertThat(tables(here).get("ledger")).isEqualTo("[]");
    }

    @Test
    void whatAnotherConnectionReadsStays() {
        var here = town.found();
        var one = connect(here);
        var again =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "discourse",
                                                "The same forum",
                                                Map.of("base-url", vendor.url()),
                                                Map.of("api-key", "other")));
        while (town.in(here, () -> harness.puller(hands).step(again.id())) == Ended.MORE) {
            // the next page
        }
        var before = tables(here);
        var preview = town.in(here, () -> leaving.preview(one.id()));
        assertThat(preview.activities()).isZero();
        assertThat(preview.shared()).isEqualTo(40);
        erase(here, one);
        assertThat(tables(here)).isEqualTo(before);
        erase(here, again);
        assertThat(tables(here).get("ledger")).isEqualTo("[]");
        assertThat(names(here)).isEmpty();
    }

    @Test
    void itGoesOnPieceByPieceAndIsRefusedWithoutItsName() {
        var here = town.found();
        var source = connect(here);
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () -> {
                                            leaving.begin(source.id(), "no");
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Unusable.class);
        town.in(
                here,
                () -> {
                    leaving.begin(source.id(), source.name());
                    return leaving.step();
                });
        var now = town.in(here, () -> sources.get(source.id()));
        assertThat(now.state()).isEqualTo(Source.State.ERASING);
        assertThat(now.erased()).isEqualTo(new Source.Erased(40, 40));
        assertThat(town.in(here, () -> harness.puller(hands).step(source.id())))
                .isEqualTo(Ended.STOPPED);
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () -> {
                                            harness.joining(hands).resume(source.id());
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Unusable.class);
        town.in(
                here,
                () -> {
                    leaving.finish();
                    return true;
                });
        assertThat(trail(here)).contains("connection removed", "connection erased");
    }

    /// Every table that names an activity, an account or a person says what becomes of its rows.
    @Test
    void noTableIsForgotten() {
        var known =
                List.of(
                        "activity.activity.identity_id", // gone before its account
                        "identity.trait.identity_id", // counted
                        "privacy.erasure.put_on", // who was forgotten stays
                        "privacy.look.put_on", // who looked at whom is kept for as long as it was
                        // said
                        "thanks.thank.activity_id", // what the team said thanks for
                        "thanks.gift.activity_id");
        var all =
                db.queryForList(
                        """
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                        from information_schema.columns c join information_schema.tables t
                            on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.column_name in ('activity_id', 'identity_id', 'put_on')
                        """,
                        String.class);
        assertThat(all).hasSizeGreaterThan(30);
        var declared = new TransactionTemplate(transactions).execute(_ -> dependents.columns());
        assertThat(all.stream().filter(c -> !known.contains(c)))
                .allSatisfy(column -> assertThat(declared).contains(column));
    }

    @Autowired org.folkmoot.members.DependentRows dependents;

    private String look(Community here) {
        var ask = Ask.of(here, Map.of("asOf", "2025-04-30", "window", "90"), clock.instant());
        return town.in(
                here,
                () -> {
                    listening.finish();
                    var whole = metrics.whole(ask);
                    return ReportJson.text(whole.report(), whole.lasting(), false);
                });
    }

    private Map<String, String> tables(Community here) {
        var all = new LinkedHashMap<String, String>();
        TABLES.forEach(
                (table, sql) ->
                        within(
                                here,
                                () ->
                                        all.put(
                                                table,
                                                db.queryForList(
                                                                "select t::text from (%s) t"
                                                                        .formatted(sql),
                                                                String.class)
                                                        .toString()
                                                        .replace("),", ")\n"))));
        return all;
    }

    /// Ada of the chat and somebody of the forum, whom nobody would take for one.
    private List<Long> accounts(Community here) {
        return town.in(
                here,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForList(
                                                        "select id from members.identity where (source = ? and external_id = 'Ada') or (source like 'discourse:127%' and external_id = (select min(external_id) from members.identity where source like 'discourse:127%')) order by id",
                                                        Long.class, RandomTown.CHAT)));
    }

    private List<String> names(Community here) {
        return town.in(
                here,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForList(
                                                        "select name from members.member order by name",
                                                        String.class)));
    }

    private List<String> trail(Community here) {
        return town.in(
                here,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForList(
                                                        "select action from access.trail",
                                                        String.class)));
    }

    private void within(Community here, Runnable work) {
        Here.in(
                here.id(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }
}
