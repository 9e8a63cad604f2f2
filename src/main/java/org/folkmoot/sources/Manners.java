package org.folkmoot.sources;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a platform says that it is enough for now, and that something is wrong. What most of them do
/// is here; a connector overrides where its own differs.
public interface Manners {

    Duration USUAL_PAUSE = Duration.ofMinutes(1);

    /// As people call the platform.
    String title();

    default RateHeaders rates() {
        return RateHeaders.NONE;
    }

    /// What is left after this reply.
    default Budget budget(Reply reply, Instant now, Budget before) {
        return rates().read(reply, now, before);
    }

    /// What a reply means that is none of those the connector makes sense of; null for a good one.
    ///
    /// @param left what is left after it
    default @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return null;
        }
        if (status == 429 || (status == 503 && RetryAfter.of(reply, now).isPresent())) {
            return new Pull.SlowDown(until(reply, left, now), title() + " asks to slow down.");
        }
        if (status == 401) {
            return new Pull.SignInAgain(
                    "%s does not accept its secret any more (401). Give it a new one."
                            .formatted(title()));
        }
        if (status == 403) {
            return new Pull.SignInAgain(
                    "%s does not allow this (403): the secret lacks a permission, or the app was removed."
                            .formatted(title()));
        }
        return new Pull.Unreachable(
                status == 404 || status == 410
                        ? "%s does not know what was asked for (%d). Check the settings."
                                .formatted(title(), status)
                        : "%s answered %d.".formatted(title(), status),
                status >= 500);
    }

    /// When one may ask again after a reply that said no.
    default Instant until(Reply reply, Budget left, Instant now) {
        var told = RetryAfter.of(reply, now);
        if (told.isPresent()) {
            return told.get();
        }
        var shut = left.shutAt(now);
        return shut == null ? now.plus(USUAL_PAUSE) : shut;
    }
}
