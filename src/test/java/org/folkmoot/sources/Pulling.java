package org.folkmoot.sources;

/// One turn of a connector, as the puller takes it.
public final class Pulling {

    private Pulling() {}

    public static Pull pull(Connector connector, Line line, String from) {
        return Puller.ask(connector, line, from);
    }
}
