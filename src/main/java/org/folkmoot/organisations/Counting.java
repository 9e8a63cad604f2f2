package org.folkmoot.organisations;

import org.folkmoot.connectors.ImportEnded;
import org.folkmoot.members.Employers;
import org.folkmoot.store.Here;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Adds up the counts of people by organisation once an import is over.
@Component
class Counting {

    private final Employers employers;
    private final TransactionTemplate transaction;

    Counting(Employers employers, PlatformTransactionManager transactions) {
        this.employers = employers;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(ImportEnded ended) {
        Runnable settling = () -> transaction.executeWithoutResult(_ -> employers.settle());
        Here.in(ended.community(), settling);
    }
}
