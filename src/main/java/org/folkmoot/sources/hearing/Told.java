package org.folkmoot.sources.hearing;

import java.time.Instant;
import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Stop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// What one call told, or why it could not be understood.
///
/// @param until when the platform may be asked again, if that is why
record Told(Calls.Kept call, List<Found> found, @Nullable String problem, @Nullable Instant until) {

    private static final Logger log = LoggerFactory.getLogger(Told.class);
    private static final String OURS = "Something went wrong on our side.";

    static Told of(Listening listening, Calls.Kept kept, Line line) {
        var basket = new Found.Basket();
        try {
            listening.tell(kept.call(), line, basket);
            return new Told(kept, basket.all(), null, null);
        } catch (Stop stop) {
            return switch (stop.came()) {
                case Pull.SlowDown(var until, var why) -> new Told(kept, List.of(), why, until);
                case Pull.SignInAgain(var why) -> bad(kept, why);
                case Pull.Unreachable(var why, _) -> bad(kept, why);
                case Pull.Caught caught -> new Told(kept, caught.page(), null, null);
            };
        } catch (JacksonException e) {
            return bad(kept, "It is not valid JSON.");
        } catch (IllegalArgumentException e) {
            return bad(kept, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("Call {} could not be understood", kept.id(), e);
            return bad(kept, OURS);
        }
    }

    private static Told bad(Calls.Kept kept, String why) {
        return new Told(kept, List.of(), why, null);
    }

    boolean good() {
        return problem == null;
    }

    /// It was understood, and yet it could not be kept.
    Told spoilt() {
        return bad(call, OURS);
    }
}
