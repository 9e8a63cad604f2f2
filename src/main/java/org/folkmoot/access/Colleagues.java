package org.folkmoot.access;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who is of the team, for modules that hand work to teammates. Whoever left is not among them.
@Component
public class Colleagues {

    private final Teammates teammates;

    Colleagues(Teammates teammates) {
        this.teammates = teammates;
    }

    /// @param account by which rows name them
    public record Colleague(long account, String name) {}

    /// All of the community we are in, by name; one statement.
    public List<Colleague> all() {
        return teammates.all().stream()
                .map(mate -> new Colleague(mate.account().id(), mate.account().name()))
                .toList();
    }

    /// Empty also for whoever was one once.
    public Optional<Colleague> find(long account) {
        return teammates
                .find(account)
                .map(mate -> new Colleague(mate.account().id(), mate.account().name()));
    }
}
