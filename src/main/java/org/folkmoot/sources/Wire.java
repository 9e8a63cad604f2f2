package org.folkmoot.sources;

import java.io.IOException;

/// Where requests go out.
public interface Wire {

    /// @throws Unsent when it was certainly not sent
    /// @throws IOException when there was no whole answer
    Reply send(Ask ask) throws IOException;

    /// It did not leave the house, for a reason that people can read.
    final class Unsent extends IOException {
        private static final long serialVersionUID = 1;

        Unsent(String why) {
            super(why);
        }
    }
}
