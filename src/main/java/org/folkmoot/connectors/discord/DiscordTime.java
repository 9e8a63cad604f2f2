package org.folkmoot.connectors.discord;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.connectors.Choice;
import org.jspecify.annotations.Nullable;

/// Times as DiscordChatExporter writes them: ISO with an offset in JSON, and in CSV whatever the
/// exporting person's computer is set to.
final class DiscordTime {

    /// Snowflakes count milliseconds from here, in their bits from the 23rd on (Discord's API
    /// reference, "Snowflakes").
    private static final Instant EPOCH = Instant.parse("2015-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static final List<String> PLAIN =
            List.of(
                    "dd-MMM-yy[yy] h:mm a",
                    "dd-MMM-yy[yy] HH:mm",
                    "yyyy-M-d HH:mm[:ss]",
                    "d.M.yyyy HH:mm[:ss]");

    private static final List<String> MONTH_FIRST =
            List.of("M/d/yyyy h:mm[:ss] a", "M/d/yyyy HH:mm[:ss]");

    private static final List<String> DAY_FIRST =
            List.of("d/M/yyyy h:mm[:ss] a", "d/M/yyyy HH:mm[:ss]");

    private final ZoneId zone;
    private final List<DateTimeFormatter> formats;

    /// A time zone that there is not is refused.
    DiscordTime(Map<String, String> options) {
        this.zone = Choice.zone(options);
        var dayFirst = options.getOrDefault("dates", "").strip().equalsIgnoreCase("dmy");
        this.formats =
                Stream.concat(PLAIN.stream(), (dayFirst ? DAY_FIRST : MONTH_FIRST).stream())
                        .map(DiscordTime::format)
                        .toList();
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /// Null when it is no time, or none from 2015, when Discord began, to 2099.
    static @Nullable Instant of(String iso) {
        try {
            return iso.isBlank() ? null : plausible(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The same for a CSV's date.
    @Nullable Instant local(String date) {
        var iso = of(date);
        if (iso != null) {
            return iso;
        }
        var plain = date.strip().replaceAll("[\\u202F\\u00A0]", " ");
        return formats.stream()
                .map(format -> parsed(plain, format))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant parsed(String date, DateTimeFormatter format) {
        try {
            return plausible(LocalDateTime.parse(date, format).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// When a message was written, from its id; null for what is no snowflake.
    static @Nullable Instant ofSnowflake(String id) {
        return id.matches("\\d{16,19}")
                ? plausible(EPOCH.plusMillis(Long.parseLong(id) >> 22))
                : null;
    }

    private static @Nullable Instant plausible(Instant at) {
        return at.isBefore(EPOCH) || !at.isBefore(END) ? null : at;
    }
}
