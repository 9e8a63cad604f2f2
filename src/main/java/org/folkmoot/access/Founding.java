package org.folkmoot.access;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.store.Here;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The first community and its first lead, made once.
@Component
class Founding {

    private final Accounts accounts;
    private final Teammates teammates;
    private final Doors doors;
    private final PasswordEncoder encoder;
    private final Trail trail;

    Founding(
            Accounts accounts,
            Teammates teammates,
            Doors doors,
            PasswordEncoder encoder,
            Trail trail) {
        this.accounts = accounts;
        this.teammates = teammates;
        this.doors = doors;
        this.encoder = encoder;
        this.trail = trail;
    }

    /// What to found.
    record Charter(String name, String slug, String kind, String timezone, String locale) {}

    boolean isDone() {
        return accounts.any();
    }

    /// Of several at once only one founds; the others get nothing.
    @Transactional
    public Optional<Door> found(Charter charter, Newcomer lead) throws Exception {
        accounts.alone();
        if (accounts.any()) {
            return Optional.empty();
        }
        var password = encoder.encode(lead.password());
        var door =
                doors.found(
                        charter.slug(),
                        charter.name(),
                        charter.kind(),
                        charter.timezone(),
                        charter.locale());
        var account = accounts.create(lead.email(), lead.name(), password);
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
