package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Derived;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.identity.Merging;
import org.folkmoot.listening.Listening;
import org.folkmoot.privacy.Eraser;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Everything that follows from the ledger, made anew, is what was kept all along; and what went
/// wrong is right again.
@HouseTest
@NullUnmarked
class RebuildTests {

    /// What is derived, without what only says when or how often it was.
    private static final Map<String, String> TABLES =
            Map.of(
                    "ledger",
                    "select id, kind, thread_id, parent_id, day, counted, starts from activity.activity order by id",
                    "presence",
                    "select * from activity.presence order by day, identity_id",
                    "doing",
                    "select * from members.doing order by identity_id, kind",
                    "accounts",
                    "select id, member_id, first_seen, last_seen, activities from members.identity order by id",
                    "people",
                    "select id, name, role, first_seen, last_seen, left_at, back_at, activities, platforms from members.member order by id",
                    "words",
                    "select activity_id, words from activity.words order by activity_id",
                    "sheets",
                    "select part, day, rules, body from metrics.sheet where day >= '2025-01-01' order by part, day");

    @Autowired Metrics metrics;
    @Autowired Listening listening;
    @Autowired Intaking intaking;
    @Autowired Merging merging;
    @Autowired Eraser eraser;
    @Autowired ObjectProvider<Derived> derived;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsMadeAnewIsWhatWasKeptAllAlong(long seed) {
        var here = town.found();
        var random = new RandomTown(seed, here, intaking);
        random.steps(60);
        town.in(here, () -> merging.join(accounts("Ada", "Grace"), List.of()));
        random.steps(20);
        Here.in(here.id(), () -> eraser.forget(member("Mallory")));
        random.steps(20);

        look(here);
        var kept = tables(here);
        var report = look(here);
        rebuild(here);
        assertThat(tables(here)).isEqualTo(kept);
        assertThat(look(here)).isEqualTo(report);

        within(
                here,
                () -> {
                    db.update("delete from activity.presence where activities = 1");
                    db.update("update activity.activity set thread_id = id, starts = not starts");
                    db.update("update members.identity set activities = 77, first_seen = now()");
                    db.update("delete from members.doing");
                    db.update("delete from activity.words where activity_id % 2 = 0");
                    db.update("update metrics.sheet set body = ''");
                });
        assertThat(tables(here)).isNotEqualTo(kept);
        rebuild(here);
        tables(here)
                .forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(kept.get(table)));
        assertThat(look(here)).isEqualTo(report);
    }

    private void rebuild(Community here) {
        Here.in(here.id(), () -> derived.orderedStream().forEach(d -> d.rebuild(_ -> {})));
    }

    /// The numbers, as programs get them.
    private String look(Community here) {
        var ask = Ask.of(here, Map.of("asOf", "2025-04-30", "window", "90"), clock.instant());
        return town.in(
                here,
                () -> {
                    listening.finish();
                    metrics.whole(Ask.of(here, Map.of("window", "365"), clock.instant()));
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

    private List<Long> accounts(String... externals) {
        return new TransactionTemplate(transactions)
                .execute(
                        _ ->
                                db.queryForList(
                                        "select id from members.identity where source = ? and external_id = any(?)",
                                        Long.class,
                                        RandomTown.CHAT,
                                        externals));
    }

    private long member(String external) {
        return new TransactionTemplate(transactions)
                .execute(
                        _ ->
                                db.queryForList(
                                                "select member_id from members.identity where external_id = ?",
                                                Long.class,
                                                external)
                                        .getFirst());
    }

    private void within(Community here, Runnable work) {
        Here.in(
                here.id(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }
}
