package org.folkmoot.language;

/// How a post sounds, and how sure that is.
///
/// @param mood the likeliest
/// @param polarity from -1 to 1: how likely it is that it sounds good, less how likely bad
/// @param certainty how likely the mood is, from a third to 1; for texts like those learnt from,
///     this share of all judgements is right
public record Tone(Mood mood, double polarity, double certainty) {

    /// Below this certainty the mood is hardly more than a guess, and should be called uncertain.
    public static final double SURE = .6;

    public boolean sure() {
        return certainty >= SURE;
    }
}
