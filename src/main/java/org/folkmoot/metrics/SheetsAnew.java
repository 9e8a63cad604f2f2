package org.folkmoot.metrics;

import org.folkmoot.activity.Derived;
import org.folkmoot.store.Here;
import org.folkmoot.store.Progress;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The day sheets, all made anew.
@Component
@Order(50)
class SheetsAnew implements Derived {

    private final JdbcClient db;
    private final Forerunner forerunner;
    private final TransactionTemplate transaction;

    SheetsAnew(JdbcClient db, Forerunner forerunner, PlatformTransactionManager transactions) {
        this.db = db;
        this.forerunner = forerunner;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String what() {
        return "day sheets";
    }

    @Override
    public void rebuild(Progress progress) {
        progress.at(what());
        transaction.executeWithoutResult(
                _ ->
                        db.sql("delete from metrics.sheet where community_id = :here")
                                .param("here", Here.community().value())
                                .update());
        forerunner.look();
    }
}
