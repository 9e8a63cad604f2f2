package org.folkmoot.listening;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.folkmoot.kernel.Refusal;

/// Where a list of corrections goes on.
record Cursor(Instant at, long id) {

    private static final Cursor FIRST =
            new Cursor(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    static Cursor of(String text) {
        if (text.isEmpty()) {
            return FIRST;
        }
        var parts = text.split("_", 2);
        try {
            return new Cursor(
                    Instant.parse(parts[0]),
                    parts.length < 2 ? Long.MAX_VALUE : Long.parseLong(parts[1]));
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refusal.Unusable("This cursor was not made here.");
        }
    }

    static String after(List<CorrectedPosts.Correction> rows) {
        return rows.getLast().at() + "_" + rows.getLast().activity();
    }
}
