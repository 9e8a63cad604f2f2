package org.folkmoot.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.sources.turns.Due;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looking for work finds the communities that have some, and no others.
@HouseTest
class DueTests {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @Autowired Town town;
    @Autowired Due due;
    @Autowired Sources sources;
    @Autowired Communities communities;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    private Community busy;
    private Community idle;

    @BeforeEach
    void found() {
        busy = town.found();
        idle = town.found();
    }

    @Test
    void aConnectionThatIsOnIsPulledWhenItsTimeHasCome() {
        var source = connect(busy, "discord");
        assertFoundAt(() -> due.pulls(NOW));
        assertThat(due.pulls(NOW.minus(1, ChronoUnit.DAYS))).doesNotContain(busy);
        assertFoundAt(() -> due.streams(List.of("discord", "slack")));
        assertThat(due.streams(List.of("slack"))).doesNotContain(busy);

        become(source, "paused");
        assertThat(due.pulls(NOW)).doesNotContain(busy);
        assertThat(due.streams(List.of("discord"))).doesNotContain(busy);
    }

    @Test
    void aCallWaitsUntilItIsDone() {
        var source = connect(busy, "slack");
        write(
                """
                insert into sources.call (community_id, source_id, delivery, body, came_at, next_at)
                values (folkmoot.community(), :source, 'one', '', :at, :at)
                """,
                source);
        assertFoundAt(() -> due.calls(NOW));
        write(
                "update sources.call set state = 'done', ended_at = :at where source_id = :source",
                source);
        assertThat(due.calls(NOW)).doesNotContain(busy);
    }

    @Test
    void anActWaitsUntilItsTimeAndUntilItsOutcomeIsKnown() {
        var source = connect(busy, "slack");
        write(
                """
                insert into sources.outgoing (community_id, source_id, what, target, text, by, created_at, go_at)
                values (folkmoot.community(), :source, 'post', 'C1', 'Hello', 'ada', :at, :at)
                """,
                source);
        assertFoundAt(() -> due.acts(NOW));
        assertThat(due.acts(NOW.minusSeconds(1))).doesNotContain(busy);
        write(
                "update sources.outgoing set state = 'unconfirmed', tried_at = :at where source_id = :source",
                source);
        assertFoundAt(() -> due.acts(NOW));
        write(
                "update sources.outgoing set state = 'done', tried_at = :at where source_id = :source",
                source);
        assertThat(due.acts(NOW)).doesNotContain(busy);
    }

    @Test
    void nothingLeavesAMadeUpCommunity() {
        var demo =
                communities.create(
                        busy.slug() + "-demo", "Made up", "open-source", "UTC", "en", true);
        connect(demo, "discord");
        assertThat(due.pulls(NOW)).doesNotContain(demo);
        assertThat(due.streams(List.of("discord"))).doesNotContain(demo);
    }

    private void assertFoundAt(Supplier<List<Community>> looked) {
        assertThat(looked.get()).contains(busy).doesNotContain(idle);
    }

    private Source connect(Community community, String platform) {
        return town.in(community, () -> sources.add(platform, platform, Map.of(), NOW));
    }

    private void become(Source source, String state) {
        write(
                "update sources.source set state = '%s', tried_at = :at where id = :source"
                        .formatted(state),
                source);
    }

    private void write(String sql, Source source) {
        var at = NOW.atOffset(ZoneOffset.UTC);
        var changed =
                town.in(
                        busy,
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(
                                                _ ->
                                                        db.sql(sql)
                                                                .param("source", source.id())
                                                                .param("at", at)
                                                                .update()));
        assertThat(changed).isEqualTo(1);
    }
}
