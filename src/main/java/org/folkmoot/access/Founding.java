package org.folkmoot.access;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The first community and its first lead, made once.
@Component
class Founding {

    private final Accounts accounts;
    private final Teammates teammates;
    private final Doors doors;
    private final NewAccounts newAccounts;
    private final Trail trail;

    Founding(
            Accounts accounts,
            Teammates teammates,
            Doors doors,
            NewAccounts newAccounts,
            Trail trail) {
        this.accounts = accounts;
        this.teammates = teammates;
        this.doors = doors;
        this.newAccounts = newAccounts;
        this.trail = trail;
    }

    /// What to found.
    record Charter(String name, String slug, String kind, String timezone, String locale)
            implements Serializable {}

    boolean isDone() {
        return accounts.any();
    }

    /// Of several at once only one founds; the others get nothing.
    @Transactional
    public Optional<Door> found(Charter charter, Newcomer lead, Opener opener) throws Exception {
        accounts.alone();
        if (accounts.any()) {
            return Optional.empty();
        }
        var door =
                doors.found(
                        charter.slug(),
                        charter.name(),
                        charter.kind(),
                        charter.timezone(),
                        charter.locale());
        var account = newAccounts.create(lead, opener);
        return Here.as(
                door.id(),
                account.id(),
                () -> {
                    teammates.settle();
                    teammates.add(account.id(), Role.LEAD);
                    trail.record(
                            "community set up",
                            account.name(),
                            "community",
                            door.slug(),
                            Map.of("name", door.name()));
                    return Optional.of(door);
                });
    }
}
