package org.folkmoot.sources;

import java.util.Optional;

/// What we can do on a platform. The outbox alone decides when, and whether a second time.
public interface Acting {

    /// Does it, once.
    ///
    /// @return what it is known by there from then on
    Done act(Line line, Act act);

    /// Looks whether it was done already, for one of which nobody knows. Must not change anything.
    ///
    /// @return empty when it surely is not there
    Optional<Done> find(Line line, Act act);

    /// @param id as [org.folkmoot.connectors.Deed] has it, so that a pull of it is the same
    /// @param url where people see it, empty when not known
    record Done(String id, String url) {}
}
