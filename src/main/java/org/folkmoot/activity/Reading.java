package org.folkmoot.activity;

import org.folkmoot.community.Communities;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Here;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the search up with the ledger. What a few rows say is read in their own transaction; what
/// many say is read beside the writing, on another connection, so that an import does not wait for
/// it. How far the reading got is kept with what was read: a crash loses nothing.
@Component
class Reading {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    /// So many rows are read at once by whoever wrote them.
    private static final int FEW = 2_000;

    private final SearchWords words;
    private final Communities communities;
    private final TransactionTemplate transaction;

    private final Beside beside;

    Reading(SearchWords words, Communities communities, PlatformTransactionManager transactions) {
        this.words = words;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
        this.beside =
                new Beside(
                        "reading",
                        this::finish,
                        e ->
                                log.error(
                                        "Texts could not be read for the search; it is tried again with the next",
                                        e));
    }

    /// After so many rows were written in the running transaction.
    void wrote(int rows) {
        if (rows == 0 || (rows <= FEW && words.readUnlessBusy())) {
            return;
        }
        var community = Here.community();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        beside.begin(community);
                    }
                });
    }

    /// Reads all that is left, and returns when nothing is.
    void finish() {
        while (!Boolean.TRUE.equals(transaction.execute(_ -> words.readOn()))) {
            // the next step
        }
    }

    /// Goes on with what was left at the last stop.
    @EventListener(Opened.class)
    void goOn() {
        communities.all().forEach(community -> beside.begin(community.id()));
    }
}
