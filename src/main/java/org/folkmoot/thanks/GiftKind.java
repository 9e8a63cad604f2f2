package org.folkmoot.thanks;

import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Something that can be given, as the catalogue has it.
///
/// @param stock how many there were to give; null for enough
/// @param given how many are on their way or there
/// @param cost as somebody wrote it: "12 €"; may be empty
record GiftKind(
        long id, String name, String about, @Nullable Integer stock, String cost, int given) {

    private static final int MOST = 1_000_000;

    /// How many are left; null for enough.
    @Nullable Integer left() {
        return stock == null ? null : Math.max(0, stock - given);
    }

    boolean none() {
        return stock != null && given >= stock;
    }

    /// What somebody wrote about it, usable.
    ///
    /// @throws Refusal.Unusable with the sentence for whoever wrote it
    static GiftKind written(String name, String about, String stock, String cost) {
        var called = clean(name);
        if (called.isEmpty() || called.length() > 100) {
            throw new Refusal.Unusable("Give it a name of up to 100 characters.");
        }
        if (clean(about).length() > 500) {
            throw new Refusal.Unusable("Describe it in up to 500 characters.");
        }
        if (clean(cost).length() > 40) {
            throw new Refusal.Unusable("Write what it costs in up to 40 characters.");
        }
        return new GiftKind(0, called, clean(about), stock(clean(stock)), clean(cost), 0);
    }

    private static @Nullable Integer stock(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) <= MOST) {
            return Integer.valueOf(text);
        }
        throw new Refusal.Unusable(
                "Write how many there are as a number up to 1,000,000, or nothing for enough.");
    }

    static String clean(String text) {
        return text.replace("\0", "").strip();
    }
}
