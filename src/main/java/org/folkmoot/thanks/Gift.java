package org.folkmoot.thanks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Something given to a person, and where it is on its way.
///
/// @param member whose it is now
/// @param what as the catalogue calls it
/// @param moment for which moment: "First answer"; null without one
/// @param why what the giver wrote
/// @param now the step it is at
/// @param address whether an address is kept for it
record Gift(
        long id,
        long member,
        String what,
        @Nullable String moment,
        String why,
        String by,
        Instant at,
        Step now,
        boolean address) {

    /// How long an address request can be answered.
    static final int LINK_DAYS = 30;

    /// @param n counts the steps of a gift from 1; a link to give the address is good for one
    record Step(int n, State state, String note, String by, Instant at) {}

    /// Where a gift can be.
    enum State {
        ASKED("asked for the address"),
        ADDRESS("has the address, to be sent"),
        SENT("sent"),
        ARRIVED("arrived"),
        RETURNED("came back"),
        CANCELLED("cancelled"),
        DECLINED("declined with thanks");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            for (var state : values()) {
                if (state.key().equals(key)) {
                    return state;
                }
            }
            throw new Refusal.Unusable("A gift cannot be %s.".formatted(key));
        }

        /// Where the team may move it from here. Only she gives an address or declines.
        List<State> next() {
            return switch (this) {
                case ASKED -> List.of(ASKED, ARRIVED, CANCELLED);
                case ADDRESS -> List.of(SENT, ASKED, CANCELLED);
                case SENT -> List.of(ARRIVED, RETURNED);
                case RETURNED -> List.of(SENT, ASKED, CANCELLED);
                case ARRIVED, CANCELLED, DECLINED -> List.of();
            };
        }

        /// The button that moves a gift there from another state.
        String verb(State from) {
            return switch (this) {
                case ASKED -> from == ASKED ? "Make a new link" : "Ask for the address again";
                case SENT -> from == RETURNED ? "Send it again" : "It is sent";
                case ARRIVED -> from == ASKED ? "Handed over" : "It arrived";
                case RETURNED -> "It came back";
                case CANCELLED -> "Cancel this gift";
                case ADDRESS, DECLINED -> "";
            };
        }
    }

    List<State> next() {
        return now.state().next();
    }
}
