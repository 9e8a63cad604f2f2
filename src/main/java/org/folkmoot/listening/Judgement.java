package org.folkmoot.listening;

import org.folkmoot.language.Asking;
import org.folkmoot.language.Gist;
import org.folkmoot.language.Languages;
import org.folkmoot.language.Mood;
import org.folkmoot.language.Sentiment;
import org.jspecify.annotations.Nullable;

/// What is read out of one post. Pure: the same text is always judged the same.
///
/// @param language ISO 639-1; empty when nothing in it is a word
/// @param mood null when it is certainly in a language whose tones are not known
/// @param polarity thousandths, -1000 to 1000; 0 without a mood
/// @param certainty of the mood, thousandths
/// @param gist of its words, for finding what is nearly the same; null for short ones
record Judgement(
        String language,
        @Nullable Mood mood,
        int polarity,
        int certainty,
        boolean asks,
        @Nullable Long gist) {

    /// Goes up when the same text would be judged otherwise; all posts are then read again.
    static final int RULES = 2;

    static Judgement of(String text) {
        var spoken = Languages.of(text);
        var asks = Asking.of(text).asks();
        var bits = Gist.of(text);
        var gist = bits.isPresent() ? Long.valueOf(bits.getAsLong()) : null;
        if (spoken.certain() && !Sentiment.LANGUAGES.contains(spoken.language())) {
            return new Judgement(spoken.language(), null, 0, 0, asks, gist);
        }
        var tone = Sentiment.shipped().of(text);
        return new Judgement(
                spoken.language(),
                tone.mood(),
                thousandths(tone.polarity()),
                thousandths(tone.certainty()),
                asks,
                gist);
    }

    private static int thousandths(double number) {
        return (int) Math.round(number * 1000);
    }
}
