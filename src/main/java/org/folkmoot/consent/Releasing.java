package org.folkmoot.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.access.Post;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides about one ask at its time, in a transaction of its own: what held when it was asked may
/// hold no more.
@Component
@Transactional
class Releasing {

    private final Asks asks;
    private final Purposes purposes;
    private final Counsel counsel;
    private final Enclosing enclosing;

    Releasing(Asks asks, Purposes purposes, Counsel counsel, Enclosing enclosing) {
        this.asks = asks;
        this.purposes = purposes;
        this.counsel = counsel;
        this.enclosing = enclosing;
    }

    /// The letter to hand over, if it is to go now: then it is marked as being sent. Else it is
    /// held, or cancelled, with the reason.
    Optional<Post.Letter> take(long id, Instant now) {
        var ask = asks.get(id);
        if (!ask.open()) {
            return Optional.empty();
        }
        if (!ask.expiresAt().isAfter(now)) {
            over(ask, AskState.CANCELLED, "Its time ran out before it could go.", now, now);
            return Optional.empty();
        }
        var address = ask.address();
        if (ask.putOn() != null) {
            var purpose = purposes.get(ask.purpose());
            asks.oneAtATime(weigh(ask, purpose, now).member());
            var advice = weigh(ask, purpose, now);
            if (advice.answer() instanceof Answer.Held held) {
                over(ask, AskState.HELD, held.reason(), held.until(), null);
                return Optional.empty();
            }
            if (!(advice.answer() instanceof Answer.Going)) {
                over(ask, AskState.CANCELLED, advice.answer().inWords(), now, now);
                return Optional.empty();
            }
            address = advice.address();
        }
        return asks.move(id, List.of(ask.state()), AskState.SENDING, "", now, null)
                ? Optional.of(enclosing.letter(ask, address))
                : Optional.empty();
    }

    private Counsel.Advice weigh(Asked ask, Purposes.Known purpose, Instant now) {
        var member = java.util.Objects.requireNonNull(ask.putOn());
        return java.util.Objects.requireNonNull(
                counsel.weigh(List.of(member), purpose, ask.channel(), now, ask.id()).get(member));
    }

    private void over(
            Asked ask,
            AskState to,
            String reason,
            Instant goesAt,
            @org.jspecify.annotations.Nullable Instant ended) {
        asks.move(ask.id(), List.of(ask.state()), to, reason, goesAt, ended);
    }

    /// What became of one that was handed over.
    void end(long id, Post.Outcome outcome, Instant now) {
        var from = List.of(AskState.SENDING);
        switch (outcome) {
            case TAKEN -> asks.move(id, from, AskState.SENT, "", now, now);
            case REFUSED ->
                    asks.move(
                            id,
                            from,
                            AskState.FAILED,
                            "The mail server did not take it.",
                            now,
                            now);
            case UNKNOWN ->
                    asks.move(
                            id,
                            from,
                            AskState.UNCONFIRMED,
                            "The connection to the mail server broke while it was handed over. It may have arrived; it is not sent again by itself.",
                            now,
                            now);
        }
    }
}
