package org.folkmoot.access;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Notes what an account did to itself, in the trail of every community it belongs to.
@Component
class AccountTrail {

    private final Teammates teammates;
    private final Trail trail;
    private final Accounts accounts;
    private final PasskeyOwners owners;
    private final TransactionTemplate transaction;

    AccountTrail(
            Teammates teammates,
            Trail trail,
            Accounts accounts,
            PasskeyOwners owners,
            PlatformTransactionManager transactions) {
        this.teammates = teammates;
        this.trail = trail;
        this.accounts = accounts;
        this.owners = owners;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener
    void on(Passkeys.PasskeyAdded event) throws Exception {
        var owner = owners.findById(event.handle());
        var account = owner == null ? null : accounts.find(owner.getName()).orElse(null);
        if (account != null) {
            record(account, "passkey added");
        }
    }

    void record(Account account, String action) throws Exception {
        var mine =
                Here.as(
                        null,
                        account.id(),
                        () -> anew(() -> teammates.communitiesOf(account.id())));
        for (var community : mine) {
            Here.as(
                    community,
                    account.id(),
                    () ->
                            anew(
                                    () -> {
                                        trail.record(
                                                action,
                                                account.name(),
                                                "account",
                                                account.email(),
                                                Map.of());
                                        return true;
                                    }));
        }
    }

    /// In a transaction of its own, which knows the community.
    private <T> T anew(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
