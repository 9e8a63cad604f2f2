package org.folkmoot.activity;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.folkmoot.community.Communities;
import org.folkmoot.store.Here;
import org.folkmoot.store.Progress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the ledger itself keeps of what it was told: who answers whom, the days, what each person
/// did, and the words that are searched. Long work goes slice by slice, so that writers get their
/// turn between two of them.
@Configuration(proxyBeanMethods = false)
class LedgerAnew {

    private static final int SLICE = 2000;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    LedgerAnew(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Part(String what, Consumer<Progress> work) implements Derived {
        @Override
        public void rebuild(Progress progress) {
            work.accept(progress);
        }
    }

    @Bean
    @Order(10)
    Derived threads(Ledger ledger) {
        return new Part(
                "threads",
                progress -> slices("activity.activity", "threads", progress, ledger::lookAgainAt));
    }

    @Bean
    @Order(20)
    Derived days(LedgerRows rows, Rollups rollups, Communities communities) {
        return new Part(
                "days",
                progress -> {
                    progress.at("days");
                    transaction.executeWithoutResult(
                            _ -> {
                                rows.oneWriterAtATime();
                                rollups.rebuild(communities.here().zone());
                            });
                });
    }

    @Bean
    @Order(30)
    Derived deeds(LedgerRows rows, Rollups rollups) {
        return new Part(
                "people",
                progress ->
                        slices(
                                "members.report_account",
                                "people",
                                progress,
                                ids -> {
                                    rows.oneWriterAtATime();
                                    rollups.recount(ids);
                                }));
    }

    @Bean
    @Order(40)
    Derived words(LedgerRows rows, SearchWords words, Reading reading) {
        return new Part(
                "search words",
                progress -> {
                    progress.at("search words");
                    transaction.executeWithoutResult(
                            _ -> {
                                rows.oneWriterAtATime();
                                words.readAllAgain();
                            });
                    reading.finish();
                });
    }

    /// All ids of a table in their order, each slice in a transaction of its own.
    private void slices(
            String table, String what, Progress progress, Consumer<Collection<Long>> work) {
        var id = table.endsWith("report_account") ? "identity_id" : "id";
        long all = count(table);
        long done = 0;
        for (long after = 0; ; ) {
            progress.at("%s, %,d of %,d".formatted(what, done, all));
            var from = after;
            var ids =
                    Objects.requireNonNull(
                            transaction.execute(
                                    _ -> {
                                        var slice = slice(table, id, from);
                                        if (!slice.isEmpty()) {
                                            work.accept(slice);
                                        }
                                        return slice;
                                    }));
            if (ids.isEmpty()) {
                return;
            }
            done += ids.size();
            after = ids.getLast();
        }
    }

    private long count(String table) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ ->
                                db.sql(
                                                "select count(*) from "
                                                        + table
                                                        + " where community_id = :here")
                                        .param("here", Here.community().value())
                                        .query(Long.class)
                                        .single()));
    }

    private List<Long> slice(String table, String id, long after) {
        return db.sql(
                        "select %1$s from %2$s where community_id = :here and %1$s > :after order by %1$s limit :most"
                                .formatted(id, table))
                .param("here", Here.community().value())
                .param("after", after)
                .param("most", SLICE)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
