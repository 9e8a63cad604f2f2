package org.folkmoot.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.ImportEnded;
import org.folkmoot.connectors.Intaking;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class ForerunnerTests {

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void theDaysOfAYearAreWorkedOutOnceAnImportIsOver() {
        var community = town.found();
        intaking.take(
                community,
                List.of(
                        new Found.Origin("slack:T1", "Chat", org.folkmoot.activity.Markup.SLACK),
                        Deed.of(
                                "slack:T1",
                                "m1",
                                org.folkmoot.activity.Kind.MESSAGE,
                                "U1",
                                Instant.now().minus(Duration.ofDays(300)))));
        events.publishEvent(new ImportEnded(community.id()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> town.in(community, this::sheets) > 365);
    }

    private long sheets() {
        var sql =
                "select count(*) from metrics.sheet where community_id = folkmoot.community() and part = 'TALK'";
        return Objects.requireNonNull(
                new TransactionTemplate(transactions)
                        .execute(_ -> db.sql(sql).query(Long.class).single()));
    }
}
