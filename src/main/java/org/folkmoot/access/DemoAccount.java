package org.folkmoot.access;

import java.util.Optional;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// The account that visitors of the demo use: the lead of the made-up community, without
/// password, so that nobody can sign in as it by hand.
@Component
class DemoAccount {

    private static final String EMAIL = "demo@folkmoot.example";

    private final Accounts accounts;
    private final Teammates teammates;
    private final Doors doors;

    DemoAccount(Accounts accounts, Teammates teammates, Doors doors) {
        this.accounts = accounts;
        this.teammates = teammates;
        this.doors = doors;
    }

    /// Its address; empty as long as there is no demo community.
    synchronized Optional<String> email() {
        var demo = doors.all().stream().filter(Door::demo).findFirst();
        demo.ifPresent(
                door -> {
                    var account =
                            accounts.find(EMAIL)
                                    .orElseGet(() -> accounts.create(EMAIL, "Demo visitor", null));
                    Here.in(
                            door.id(),
                            () -> {
                                teammates.add(account.id(), Role.LEAD);
                            });
                });
        return demo.map(_ -> EMAIL);
    }
}
