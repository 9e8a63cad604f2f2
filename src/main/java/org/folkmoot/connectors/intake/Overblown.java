package org.folkmoot.connectors.intake;

import java.io.IOException;

/// A packed file that unpacks to far more than it should; the message is a sentence for the person
/// who imports.
public final class Overblown extends IOException {

    private static final long serialVersionUID = 1;

    Overblown(String message) {
        super(message);
    }
}
