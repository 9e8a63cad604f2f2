package org.folkmoot.briefing;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// A page of what programs list, the newest first.
///
/// @param next cursor of the page that follows; null on the last
record Listed<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 500;

    /// Finds so many that come after an id; 0 for the first page.
    interface Newest<F> {
        List<F> after(long id, int most);
    }

    /// @param told what the found ones of the page look like, all at once
    /// @throws Refusal.Unusable when cursor or limit cannot be used
    static <F, T> Listed<T> of(
            String cursor,
            int limit,
            Newest<F> newest,
            ToLongFunction<F> id,
            Function<List<F>, List<T>> told) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        var found = newest.after(after(cursor), limit + 1);
        var page = found.stream().limit(limit).toList();
        return new Listed<>(
                told.apply(page),
                found.size() > limit ? Long.toString(id.applyAsLong(page.getLast())) : null);
    }

    private static long after(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("This cursor is damaged: begin without one.");
        }
    }
}
