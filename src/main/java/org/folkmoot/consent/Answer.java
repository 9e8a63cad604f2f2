package org.folkmoot.consent;

import java.time.Instant;

/// What becomes of an ask, or would become of it. All of these are ordinary.
public sealed interface Answer {

    /// It leaves at `at`, and can be taken back until then.
    record Going(Instant at) implements Answer {}

    /// By hand: it is noted as sent.
    record Sent(Instant at) implements Answer {}

    /// It waits for quiet hours to end, or for her to be asked less often.
    ///
    /// @param reason a sentence or two, for the team
    /// @param until when it is looked at again
    record Held(String reason, Instant until) implements Answer {}

    /// She did not agree, objected, or cannot be asked at all. Nothing is kept.
    record NotAllowed(String reason) implements Answer {}

    /// No address of hers is known that takes mails. Nothing is kept.
    record NoAddress(String name) implements Answer {}

    /// No mail leaves this Folkmoot. Nothing is kept.
    record NoPost(String reason) implements Answer {}

    /// This very ask was made before.
    record AlreadyAsked(AskState state, Instant at) implements Answer {}

    /// This very ask was made before, and whether it reached her is not known.
    record Unconfirmed(Instant at) implements Answer {}

    /// Whether it goes, now or later.
    default boolean taken() {
        return this instanceof Going || this instanceof Sent || this instanceof Held;
    }

    /// For the team.
    default String inWords() {
        return switch (this) {
            case Going _ -> "It goes in a moment.";
            case Sent _ -> "It is noted as sent.";
            case Held held -> held.reason();
            case NotAllowed not -> not.reason();
            case NoAddress(var name) ->
                    "No address is known to which %s can be written.".formatted(name);
            case NoPost(var reason) -> reason;
            case AlreadyAsked(var state, _) ->
                    "This was asked before: it is %s.".formatted(state.words());
            case Unconfirmed _ ->
                    "This was asked before, and nobody knows whether it arrived: it is not sent again by itself.";
        };
    }
}
