package org.folkmoot.sources;

/// Ends a connector's turn from within, with what it came to.
public final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Pull came;

    public Stop(Pull came) {
        super("stop", null, false, false);
        this.came = came;
    }

    public Pull came() {
        return came;
    }
}
