package org.folkmoot.effect;

import java.util.Arrays;
import java.util.Optional;
import org.folkmoot.activity.Kind;

/// What people did, or what became of them, whose effect is asked for.
sealed interface Cause {

    /// As addresses have it: `attendance`, `segment-12`.
    String key();

    /// They did something of a kind for the first time.
    record Did(Kind kind) implements Cause {
        @Override
        public String key() {
            return kind.key();
        }
    }

    /// They came into a segment for the first time.
    record Entered(long segment) implements Cause {
        private static final String PREFIX = "segment-";

        @Override
        public String key() {
            return PREFIX + segment;
        }
    }

    /// Empty for a key that is none.
    static Optional<Cause> of(String key) {
        if (key.matches(Entered.PREFIX + "\\d{1,18}")) {
            return Optional.of(new Entered(Long.parseLong(key.substring(Entered.PREFIX.length()))));
        }
        return Arrays.stream(Kind.values())
                .filter(k -> k.key().equals(key))
                .findFirst()
                .map(Did::new);
    }
}
