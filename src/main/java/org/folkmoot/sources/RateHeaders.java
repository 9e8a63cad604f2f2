package org.folkmoot.sources;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// In which headers a platform says how much it still allows.
///
/// @param reset what the header of that name holds
public record RateHeaders(String remaining, String limit, String resetHeader, Reset reset) {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(31).toSeconds());
    private static final BigDecimal FAR = BigDecimal.valueOf(1L << 40);

    /// What a header tells of when the count begins anew.
    public enum Reset {
        /// Seconds since 1970.
        EPOCH,
        /// Seconds from now, perhaps with a fraction.
        SECONDS_LEFT,
        /// A time as ISO 8601 writes it.
        ISO
    }

    public static final RateHeaders NONE = new RateHeaders("", "", "", Reset.EPOCH);

    /// What the reply tells; what was known before where it tells nothing. Of a 429 that only tells
    /// when the count begins anew, nothing is left.
    public Budget read(Reply reply, Instant now, Budget before) {
        var at = reply.header(resetHeader).map(text -> at(text, now)).orElse(null);
        var told = reply.header(remaining).map(RateHeaders::number).orElse(null);
        var none = told == null && at != null && reply.status() == 429;
        var left = none ? BigDecimal.ZERO : told;
        if (left == null) {
            return before;
        }
        var most = reply.header(limit).map(RateHeaders::number).orElse(null);
        return new Budget(
                left.longValue(), most == null ? null : most.longValue(), at, before.closedUntil());
    }

    private @Nullable Instant at(String text, Instant now) {
        if (reset == Reset.ISO) {
            try {
                return OffsetDateTime.parse(text.strip()).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
        var number = number(text);
        if (number == null || number.signum() < 0 || number.compareTo(FAR) > 0) {
            return null;
        }
        return reset == Reset.EPOCH
                ? Instant.ofEpochSecond(number.longValue())
                : now.plusMillis(number.min(LONGEST).movePointRight(3).longValue());
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > 30 ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
