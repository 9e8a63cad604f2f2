package org.folkmoot.sources;

import java.util.Map;

/// What a call turns out to be.
public sealed interface Heard {

    /// Something happened. It is stored before the platform gets its answer.
    ///
    /// @param delivery the platform's own name of this call: one that comes again is known by it
    record Take(String delivery) implements Heard {}

    /// A handshake or a sign of life, answered at once and not stored.
    ///
    /// @param type of the body, such as `text/plain`; empty for none
    /// @param headers more than the type
    record Answer(int status, String type, String body, Map<String, String> headers)
            implements Heard {

        public Answer {
            headers = Map.copyOf(headers);
        }

        public Answer(int status, String type, String body) {
            this(status, type, body, Map.of());
        }

        public static Answer ok() {
            return new Answer(200, "", "");
        }
    }

    /// A handshake that brings the secret of later calls. It is kept, beside those that came
    /// before, one a line; only an address with the right key can bring one.
    ///
    /// @param answer given once it is kept
    record Learn(String secret, Answer answer) implements Heard {

        @Override
        public String toString() {
            return "Learn";
        }
    }

    /// It is not from whom it says it is, too old, or cannot be read.
    ///
    /// @param why for the log of refusals, without anything that was sent
    record Refuse(String why) implements Heard {}
}
