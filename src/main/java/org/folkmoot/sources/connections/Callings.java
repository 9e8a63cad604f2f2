package org.folkmoot.sources.connections;

import org.folkmoot.sources.Consenting;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.hearing.Arrangements;
import org.folkmoot.sources.hearing.Brought;
import org.springframework.stereotype.Component;

/// Finds out how a connection's platform reaches us, and we it.
@Component
class Callings {

    private final HookPath hooks;
    private final Arrangements arrangements;
    private final Consenting consenting;
    private final Brought brought;

    Callings(HookPath hooks, Arrangements arrangements, Consenting consenting, Brought brought) {
        this.hooks = hooks;
        this.arrangements = arrangements;
        this.consenting = consenting;
        this.brought = brought;
    }

    /// @param shown what its handshake brought, for whoever asked to see it; else empty
    Called of(Source source, String shown) {
        return new Called(
                hooks.whole(source),
                arrangements.of(source.id()),
                consenting.possible(source) ? consenting.redirect() : "",
                brought.waits(source.id()),
                shown);
    }
}
