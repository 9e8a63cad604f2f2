package org.folkmoot.listening;

import org.folkmoot.kernel.Refusal;
import org.folkmoot.language.Mood;
import org.jspecify.annotations.Nullable;

/// What a person says of a post; null leaves it as it was read.
record Said(@Nullable Mood mood, @Nullable Boolean asks) {

    static final Said NOTHING = new Said(null, null);

    boolean nothing() {
        return mood == null && asks == null;
    }

    /// The same, where this says nothing what was said before.
    Said over(Said before) {
        return new Said(mood == null ? before.mood : mood, asks == null ? before.asks : asks);
    }

    /// From the words of a form or a program; empty for nothing.
    ///
    /// @throws Refusal.Unusable for other words
    static Said of(String sounds, String asks) {
        var mood = sounds.isEmpty() ? null : Mood.of(sounds).orElse(null);
        if (mood == null && !sounds.isEmpty()) {
            throw new Refusal.Unusable("A post sounds positive, neutral or negative.");
        }
        if (!asks.isEmpty() && !asks.equals("yes") && !asks.equals("no")) {
            throw new Refusal.Unusable("Whether a post asks something is yes or no.");
        }
        return new Said(mood, asks.isEmpty() ? null : Boolean.valueOf(asks.equals("yes")));
    }

    /// As in addresses; empty for nothing.
    String sounds() {
        return mood == null ? "" : mood.key();
    }

    String asked() {
        return asks == null ? "" : asks ? "yes" : "no";
    }
}
