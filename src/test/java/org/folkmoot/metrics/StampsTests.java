package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was answered is given again while nothing has changed, and never after.
@HouseTest
@NullUnmarked
class StampsTests {

    @Autowired Answers answers;
    @Autowired Stamps stamps;
    @Autowired Intaking intaking;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void whateverNumbersFollowFromMakesAnAnswerOld() {
        var here = town.found();
        var random = new RandomTown(1, here, intaking);
        random.steps(30);
        var changes = new LinkedHashMap<String, Runnable>();
        changes.put(
                "a post",
                () ->
                        random.take(
                                Deed.of(
                                                RandomTown.CHAT,
                                                "new",
                                                Kind.MESSAGE,
                                                "Ada",
                                                clock.instant().minusSeconds(60))
                                        .in("C1")));
        sql(changes, "a role", "update members.member set role_by_hand = 'staff' where id = %s");
        sql(
                changes,
                "an employer",
                "update members.member set organisation = 'Lamps' where id = %s");
        sql(
                changes,
                "an account gone",
                "update members.identity set left_at = now() where member_id = %s");
        sql(
                changes,
                "a tag",
                "insert into members.tag (community_id, put_on, member_id, name, by) values (folkmoot.community(), %1$s, %1$s, 'kind', 'Ada')");
        sql(
                changes,
                "a tag taken off",
                "update members.tag set removed_at = now() where member_id = %s");
        changes.put(
                "a place's name", () -> db.update("update activity.place set name = name || '!'"));
        changes.put(
                "a place's style", () -> db.update("update activity.place set style = 'other'"));
        changes.put(
                "what a kind counts as",
                () ->
                        db.update(
                                "insert into activity.kind_weight (community_id, kind, weight, active, contribution, content, by) values (folkmoot.community(), 'message', 3, true, true, false, 'Ada')"));
        changes.put(
                "the hours",
                () ->
                        db.update(
                                "insert into community.business_hours (community_id, weekday, opens, closes) values (folkmoot.community(), 1, 540, 600)"));
        int times = 1;
        answer(here);
        for (var change : changes.entrySet()) {
            assertThat(answer(here)).as("before " + change.getKey()).isEqualTo(times);
            within(here, change.getValue());
            assertThat(answer(here)).as(change.getKey()).isEqualTo(++times);
        }
    }

    @Test
    void whatIsReadOutOfOldPostsLeavesAnAnswerAsItIs() {
        var here = town.found();
        var today = LocalDate.ofInstant(clock.instant(), here.zone());
        assertThat(answer(here)).isOne();
        within(here, () -> read(today.minusDays(200)));
        assertThat(answer(here)).isOne();
        within(here, () -> read(today.minusDays(62)));
        assertThat(answer(here)).isEqualTo(2);
        within(here, () -> read(today));
        assertThat(answer(here)).isEqualTo(3);
    }

    private void read(LocalDate day) {
        db.update(
                "insert into listening.day (community_id, day, version) values (folkmoot.community(), ?, 1)",
                day);
    }

    private void sql(Map<String, Runnable> changes, String what, String sql) {
        var somebody =
                "(select min(member_id) from members.identity where external_id not like 'Robby')";
        changes.put(what, () -> db.update(sql.formatted(somebody)));
    }

    /// How often it was worked out.
    private int answer(Community here) {
        var ask = Ask.of(here, Map.of(), clock.instant());
        return town.in(here, () -> answers.of(ask, Integer.class, "test", worked::incrementAndGet));
    }

    private void within(Community here, Runnable work) {
        Here.in(
                here.id(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    @Test
    void whatIsAskedWithinSomebodysOwnTransactionIsNotKept() {
        var here = town.found();
        within(
                here,
                () -> {
                    answer(here);
                    answer(here);
                });
        assertThat(worked).hasValue(2);
        var ask = Ask.of(here, Map.of(), clock.instant());
        assertThat(town.in(here, () -> stamps.of(ask)))
                .isEqualTo(town.in(here, () -> stamps.of(ask)));
    }
}
