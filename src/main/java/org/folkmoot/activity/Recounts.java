package org.folkmoot.activity;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Recounting;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Works out days, daily rollups and search words anew, in the background. What was asked for is
/// kept until it is done, also over a crash.
@Component
class Recounts implements Recounting {

    private static final Logger log = LoggerFactory.getLogger(Recounts.class);

    private final JdbcClient db;
    private final LedgerRows rows;
    private final SearchWords words;
    private final Rollups rollups;
    private final Communities communities;
    private final TransactionTemplate transaction;

    Recounts(
            JdbcClient db,
            LedgerRows rows,
            SearchWords words,
            Rollups rollups,
            Communities communities,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.rows = rows;
        this.words = words;
        this.rollups = rollups;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Asked(Instant at, boolean words) {}

    @Override
    public void ask(boolean words) {
        db.sql(
                        """
                        insert into activity.recount as r (community_id, by, words) values (folkmoot.community(), :by, :words)
                        on conflict (community_id) do update set asked_at = clock_timestamp(), by = excluded.by,
                            words = r.words or excluded.words
                        """)
                .param("by", Trail.who())
                .param("words", words)
                .update();
        var community = Here.community();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        begin(community);
                    }
                });
    }

    @Override
    public Optional<Instant> underWay() {
        return transaction.execute(_ -> asked().map(Asked::at));
    }

    /// Goes on with what was asked for before the last stop.
    @EventListener(Opened.class)
    void goOn() {
        communities.all().forEach(community -> begin(community.id()));
    }

    private void begin(CommunityId community) {
        Thread.ofVirtual().name("recount-" + community).start(() -> Here.in(community, this::run));
    }

    private void run() {
        try {
            transaction.executeWithoutResult(_ -> work());
        } catch (RuntimeException e) {
            log.error(
                    "Could not work out the daily numbers anew; they are tried again at the next start",
                    e);
        }
    }

    private void work() {
        if (asked().isEmpty()) {
            return;
        }
        rows.oneWriterAtATime();
        var found = asked();
        if (found.isEmpty()) {
            return;
        }
        var here = communities.here();
        if (found.get().words()) {
            words.relearn();
        }
        rollups.rebuild(here.zone());
        db.sql(
                        "delete from activity.recount where community_id = folkmoot.community() and asked_at <= :at")
                .param("at", found.get().at().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private Optional<Asked> asked() {
        return db.sql(
                        "select asked_at, words from activity.recount where community_id = folkmoot.community()")
                .query(
                        (row, _) ->
                                new Asked(
                                        row.getObject(1, java.time.OffsetDateTime.class)
                                                .toInstant(),
                                        row.getBoolean(2)))
                .optional();
    }
}
