package org.folkmoot.access;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /// A teammate to whom something is sent.
    ///
    /// @param locale null: as the community has it; so is `zone`
    public record Addressee(
            long account,
            String name,
            String email,
            @Nullable Locale locale,
            @Nullable ZoneId zone,
            Set<Permission> permissions) {}

    /// Empty also for whoever was one once.
    public Optional<Addressee> addressee(long account) {
        return teammates
                .find(account)
                .map(
                        mate ->
                                new Addressee(
                                        account,
                                        mate.account().name(),
                                        mate.account().email(),
                                        mate.account().locale(),
                                        mate.account().zone(),
                                        mate.role().permissions()));
    }

    /// Empty also for whoever was one once.
    public Optional<Colleague> find(long account) {
        return teammates
                .find(account)
                .map(mate -> new Colleague(mate.account().id(), mate.account().name()));
    }
}
