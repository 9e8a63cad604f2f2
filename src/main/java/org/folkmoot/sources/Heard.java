package org.folkmoot.sources;

/// What a call turns out to be.
public sealed interface Heard {

    /// Something happened. It is stored before the platform gets its answer.
    ///
    /// @param delivery the platform's own name of this call: one that comes again is known by it
    record Take(String delivery) implements Heard {}

    /// A handshake or a sign of life, answered at once and not stored.
    ///
    /// @param type of the body, such as `text/plain`; empty for none
    record Answer(int status, String type, String body) implements Heard {

        public static Answer ok() {
            return new Answer(200, "", "");
        }
    }

    /// It is not from whom it says it is, too old, or cannot be read.
    ///
    /// @param why for the log of refusals, without anything that was sent
    record Refuse(String why) implements Heard {}
}
