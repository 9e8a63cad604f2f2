package org.folkmoot.connectors.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Times as APIs write them: with an offset, with one that lacks its colon, without any (which is
/// then UTC), with a blank in the middle, or a day alone.
public final class JsonTimes {

    private static final List<Function<String, Instant>> FORMS =
            List.of(
                    text -> OffsetDateTime.parse(text).toInstant(),
                    text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
                    text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    private JsonTimes() {}

    /// The first of these properties that holds a time; null when none does.
    public static @Nullable Instant at(JsonNode node, String... fields) {
        for (var field : fields) {
            var at = of(JsonRows.text(node, field));
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    /// Null when it is none.
    public static @Nullable Instant of(String text) {
        var told =
                text.strip()
                        .replaceFirst("(?<=\\d) (?=\\d)", "T")
                        .replaceFirst(" ?([+-]\\d{2})(\\d{2})$", "$1:$2");
        return told.isEmpty()
                ? null
                : FORMS.stream()
                        .flatMap(form -> attempt(form, told).stream())
                        .findFirst()
                        .orElse(null);
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
