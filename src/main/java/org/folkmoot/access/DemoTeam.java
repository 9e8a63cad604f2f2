package org.folkmoot.access;

import java.util.List;
import org.springframework.stereotype.Component;

/// The made-up team of the demo, in which nobody can sign in but its visitors.
@Component
public class DemoTeam {

    private final DemoAccount visitor;
    private final Accounts accounts;
    private final Teammates teammates;
    private final Colleagues colleagues;

    DemoTeam(DemoAccount visitor, Accounts accounts, Teammates teammates, Colleagues colleagues) {
        this.visitor = visitor;
        this.accounts = accounts;
        this.teammates = teammates;
        this.colleagues = colleagues;
    }

    /// Has the visitor and two colleagues be of the team of the demo community we are in.
    ///
    /// @return the visitor first, then Miriam and Priya
    public List<Colleagues.Colleague> gather() {
        var all =
                List.of(
                        account(visitor.email().orElseThrow(), "Demo visitor"),
                        account("miriam@lantern.example", "Miriam Adler"),
                        account("priya@lantern.example", "Priya Raman"));
        teammates.add(all.get(1).id(), Role.MANAGER);
        teammates.add(all.get(2).id(), Role.COORDINATOR);
        return all.stream().flatMap(a -> colleagues.find(a.id()).stream()).toList();
    }

    private Account account(String email, String name) {
        return accounts.find(email).orElseGet(() -> accounts.create(email, name, null));
    }
}
