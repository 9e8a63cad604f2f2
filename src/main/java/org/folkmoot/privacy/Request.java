package org.folkmoot.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Tone;
import org.jspecify.annotations.Nullable;

/// What somebody asked about her data, and how far the answer is. The clock runs from the day it
/// came (GDPR, article 12(3): a month, two more when it is hard and she is told so).
///
/// @param address null once she was forgotten
/// @param language in which she is written to
/// @param putOn whom the team found it to come from; null until then
/// @param closed null while it waits for an answer
record Request(
        long id,
        Wants wants,
        @Nullable String address,
        String words,
        String language,
        State state,
        @Nullable Long putOn,
        Instant received,
        Instant due,
        boolean extended,
        @Nullable Instant closed) {

    static final Duration CLOCK = Duration.ofDays(30);
    static final Duration EXTENSION = Duration.ofDays(60);

    /// Who never proved to own the address is forgotten after this.
    static final Duration PROOF = Duration.ofDays(7);

    static final int MOST_WORDS = 4000;

    private static final Duration SOON = Duration.ofDays(7);
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+");

    enum Wants {
        COPY("a copy"),
        CORRECTION("a correction"),
        ERASURE("to be forgotten"),
        OBJECTION("to object");

        private final String words;

        Wants(String words) {
            this.words = words;
        }

        /// Goes on from "wants".
        String words() {
            return words;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Wants of(String key) {
            return Arrays.stream(values())
                    .filter(w -> w.key().equals(key))
                    .findAny()
                    .orElseThrow(
                            () ->
                                    new Refusal.Unusable(
                                            "Choose a copy, a correction, to be forgotten, or to object."));
        }
    }

    enum State {
        RECEIVED("not proven yet", Tone.CALM),
        PROVEN("new", Tone.WARN),
        WORKING("in work", Tone.CALM),
        ANSWERED("answered", Tone.GOOD),
        REFUSED("refused", Tone.CALM);

        private final String words;
        private final Tone tone;

        State(String words, Tone tone) {
            this.words = words;
            this.tone = tone;
        }

        String words() {
            return words;
        }

        Tone tone() {
            return tone;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws Refusal.Unusable when no mail could ever arrive there
    static String address(String typed) {
        var address = typed.strip();
        if (address.length() > 254
                || address.indexOf(0) >= 0
                || !ADDRESS.matcher(address).matches()) {
            throw new Refusal.Unusable("Write an e-mail address like ada@example.org.");
        }
        return address;
    }

    static String words(String typed) {
        var words = typed.replace("\0", "").strip();
        if (words.length() > MOST_WORDS) {
            throw new Refusal.Unusable(
                    "Keep it below %,d characters; the rest can follow by mail."
                            .formatted(MOST_WORDS));
        }
        return words;
    }

    boolean open() {
        return closed == null;
    }

    /// Whether it may be worked on: somebody proved to own the address, or the team says so.
    boolean ready() {
        return open() && state != State.RECEIVED;
    }

    boolean late(Instant now) {
        return open() && now.isAfter(due);
    }

    Tone clockTone(Instant now) {
        return late(now) ? Tone.BAD : due.minus(SOON).isBefore(now) ? Tone.WARN : Tone.CALM;
    }

    /// Days left, in words: "12 days left", "3 days late".
    String clock(Instant now) {
        var days = Duration.between(now, due).toDays();
        if (late(now)) {
            var over = Duration.between(due, now).toDays();
            return over == 0 ? "due today" : over == 1 ? "1 day late" : over + " days late";
        }
        return days == 0 ? "due today" : days == 1 ? "1 day left" : days + " days left";
    }
}
