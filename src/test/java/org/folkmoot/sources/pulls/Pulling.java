package org.folkmoot.sources.pulls;

import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;

/// One turn of a connector, as the puller takes it.
public final class Pulling {

    private Pulling() {}

    public static Pull pull(Connector connector, Line line, String from) {
        return Puller.ask(connector, line, from);
    }
}
