package org.folkmoot.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// A place between two activities in the order of time; in addresses `1763000000000000.42`: the
/// microsecond and the id of the activity it stands at.
record Cursor(Instant at, long id) {

    /// Before all that is oldest, after all that is newest.
    static final Cursor FIRST = new Cursor(Instant.EPOCH, 0);

    static final Cursor LAST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    /// @param otherwise when none is given
    /// @throws Refusal.Unusable when it is not one of ours
    static Cursor of(@Nullable String text, Cursor otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            var dot = text.indexOf('.');
            var micros = Long.parseLong(text.substring(0, dot));
            var at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            if (at.isAfter(LAST.at()) || at.isBefore(FIRST.at())) {
                throw new DateTimeException("out of range");
            }
            return new Cursor(at, Long.parseLong(text.substring(dot + 1)));
        } catch (IndexOutOfBoundsException
                | NumberFormatException
                | DateTimeException
                | ArithmeticException e) {
            throw new Refusal.Unusable(
                    "This link to a page of the list is incomplete. Start again from the first page.");
        }
    }

    OffsetDateTime time() {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    }
}
