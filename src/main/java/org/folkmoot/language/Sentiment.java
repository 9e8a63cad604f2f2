package org.folkmoot.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/// Tells how posts sound. Learnt from posts and comments of developers, in English; what that is
/// worth on others is in docs/language.md. Immutable.
public final class Sentiment {

    /// Languages in which this was measured good enough to be shown.
    public static final Set<String> LANGUAGES = Set.of("en");

    private static final class Lazy {
        static final Sentiment SHIPPED = load();
    }

    private final LinearModel model;

    Sentiment(LinearModel model) {
        this.model = model;
    }

    /// The model that comes with Folkmoot.
    public static Sentiment shipped() {
        return Lazy.SHIPPED;
    }

    /// A model written by [Learning].
    ///
    /// @throws IOException also when it is something else
    public static Sentiment read(InputStream model) throws IOException {
        return new Sentiment(LinearModel.read(model));
    }

    /// How a text sounds if it is in one of [#LANGUAGES].
    public Tone of(String text) {
        var shares = model.shares(Features.of(text));
        var mood = Mood.NEUTRAL;
        for (var other : Mood.values()) {
            if (shares[other.ordinal()] > shares[mood.ordinal()]) {
                mood = other;
            }
        }
        return new Tone(
                mood,
                shares[Mood.POSITIVE.ordinal()] - shares[Mood.NEGATIVE.ordinal()],
                shares[mood.ordinal()]);
    }

    private static Sentiment load() {
        try {
            return read(
                    Objects.requireNonNull(Sentiment.class.getResourceAsStream("sentiment.gz")));
        } catch (IOException e) {
            throw new UncheckedIOException("The model of moods cannot be read", e);
        }
    }
}
