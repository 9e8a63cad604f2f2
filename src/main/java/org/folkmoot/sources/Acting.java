package org.folkmoot.sources;

import java.util.Optional;
import java.util.Set;

/// What we can do on a platform. The outbox alone decides when, and whether a second time.
public interface Acting {

    /// What of all that can be done.
    default Set<Act.What> does() {
        return Set.of(Act.What.POST, Act.What.REPLY);
    }

    /// Whether doing it a second time changes nothing more: then one of which nobody knows is done
    /// again without being looked for.
    default boolean twice(Act act) {
        return false;
    }

    /// Does it, once.
    ///
    /// @return what it is known by there from then on
    Done act(Line line, Act act);

    /// Looks whether it was done already, for one of which nobody knows. Must not change anything.
    ///
    /// @return empty when it surely is not there
    /// @throws IllegalArgumentException with a sentence, when nobody can know; then only a person
    ///     may say it again
    Optional<Done> find(Line line, Act act);

    /// @param id as [org.folkmoot.connectors.Deed] has it, so that a pull of it is the same
    /// @param url where people see it, empty when not known
    record Done(String id, String url) {}
}
