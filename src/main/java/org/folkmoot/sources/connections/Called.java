package org.folkmoot.sources.connections;

import java.util.Optional;
import org.folkmoot.sources.hearing.Arrangements;

/// How a connection's platform reaches us, and we it.
///
/// @param hook the whole address that it calls
/// @param redirect where it must send people back to; empty where nobody has to agree
/// @param brought whether its handshake brought what a person has yet to type in there
/// @param shown that, for whoever asked to see it; else empty
record Called(
        String hook,
        Optional<Arrangements.One> arranged,
        String redirect,
        boolean brought,
        String shown) {}
