package org.folkmoot.sources;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The header Retry-After in all forms that platforms write it: seconds, with a fraction too; a
/// date as HTTP has it; a time of ISO 8601.
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final List<Function<String, Instant>> FORMS =
            List.of(
                    text ->
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant(),
                    text -> OffsetDateTime.parse(text).toInstant(),
                    text -> OffsetDateTime.parse(text.replace(' ', 'T') + "Z").toInstant());

    private RetryAfter() {}

    /// When one may ask again; empty when the reply does not tell or what it tells cannot be read.
    public static Optional<Instant> of(Reply reply, Instant now) {
        return reply.header("retry-after").flatMap(text -> read(text.strip(), now));
    }

    static Optional<Instant> read(String text, Instant now) {
        if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.of(after(new BigDecimal(text), now));
        }
        return FORMS.stream()
                .flatMap(form -> attempt(form, text).stream())
                .findFirst()
                .map(at -> at.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : at);
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// So many seconds from now, never a fraction too early.
    public static Instant after(BigDecimal seconds, Instant now) {
        var millis = seconds.movePointRight(3).setScale(0, RoundingMode.CEILING);
        return now.plusMillis(
                millis.min(BigDecimal.valueOf(LONGEST.toMillis()))
                        .max(BigDecimal.ZERO)
                        .longValue());
    }
}
