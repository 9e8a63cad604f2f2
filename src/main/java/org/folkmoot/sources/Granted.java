package org.folkmoot.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.sources.turns.Turns;
import org.folkmoot.sources.vault.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The access tokens that platforms gave, sealed like all secrets. Many platforms take each refresh
/// token but once, so one at a time asks for a new one, and what it got is kept before it is used.
@Component
class Granted {

    static final String NAME = "granted";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration FOR_A_TURN = Duration.ofMillis(100);

    private final Secrets secrets;
    private final Turns turns;

    Granted(Secrets secrets, Turns turns) {
        this.secrets = secrets;
        this.turns = turns;
    }

    Access.Purse of(long source) {
        return new Access.Purse() {
            @Override
            public Optional<Grant.Token> open() {
                return kept(source);
            }

            @Override
            public Grant.Token renew(Function<Optional<Grant.Token>, Grant.Token> made) {
                return alone(source, made);
            }
        };
    }

    /// What a person's consent gave.
    void keep(long source, Grant.Token token) {
        secrets.keep(source, NAME, JsonMapper.shared().writeValueAsString(Kept.of(token)));
    }

    private Grant.Token alone(long source, Function<Optional<Grant.Token>, Grant.Token> made) {
        var lock = "granted " + source;
        wait(lock);
        try {
            var before = kept(source);
            var token = made.apply(before);
            if (!before.equals(Optional.of(token))) {
                keep(source, token);
            }
            return token;
        } finally {
            turns.leave(lock);
        }
    }

    private void wait(String lock) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!turns.take(lock)) {
            if (System.nanoTime() > end) {
                throw new Stop(new Pull.Unreachable("Another asks for access there.", false));
            }
            try {
                Thread.sleep(FOR_A_TURN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stop(new Pull.Unreachable("It was interrupted.", false));
            }
        }
    }

    private Optional<Grant.Token> kept(long source) {
        return secrets.open(source, NAME).flatMap(Granted::read);
    }

    private static Optional<Grant.Token> read(String text) {
        try {
            return Optional.of(JsonMapper.shared().readValue(text, Kept.class).token());
        } catch (JacksonException e) {
            return Optional.empty(); // of another version: one is asked for anew
        }
    }

    /// As it is written.
    private record Kept(String access, String refresh, long until, @Nullable String base) {

        static Kept of(Grant.Token token) {
            return new Kept(
                    token.access(), token.refresh(), token.until().toEpochMilli(), token.base());
        }

        Grant.Token token() {
            return new Grant.Token(
                    access,
                    refresh,
                    Instant.ofEpochMilli(until),
                    Objects.requireNonNullElse(base, ""));
        }
    }
}
