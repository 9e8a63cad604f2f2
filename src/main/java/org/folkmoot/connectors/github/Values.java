package org.folkmoot.connectors.github;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single values of GitHub's objects.
final class Values {

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern CODE = Pattern.compile("```[^`]*```|`[^`\\n]*`");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w/@.-])@([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})(?![\\w/@])");

    private Values() {}

    static @Nullable String text(JsonNode row, String field) {
        var value = row.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        var text = value.asString("").replace("\0", "");
        return text.isBlank() ? null : text;
    }

    static String must(JsonNode row, String field) {
        var text = text(row, field);
        if (text == null) {
            throw new Pages.Unusable("This object has no %s.".formatted(field));
        }
        return text;
    }

    /// Null when there is none that can be read and lies between 1970 and 2099.
    static @Nullable Instant time(JsonNode row, String field) {
        var text = text(row, field);
        if (text == null) {
            return null;
        }
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            return at.isBefore(Instant.EPOCH) || !at.isBefore(END) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Instant when(JsonNode row, String field) {
        var at = time(row, field);
        if (at == null) {
            throw new Pages.Unusable(
                    "This object has no %s that can be read, or one before 1970 or after 2099."
                            .formatted(field));
        }
        return at;
    }

    /// When a comment was changed: an update that is not its creation.
    static @Nullable Instant edited(JsonNode row) {
        var updated = time(row, "updated_at");
        var made = time(row, row.has("submitted_at") ? "submitted_at" : "created_at");
        return updated == null || updated.equals(made) ? null : updated;
    }

    /// Names or logins of a list's members, joined by commas.
    static @Nullable String names(JsonNode row, String list, String field) {
        var names = new ArrayList<String>();
        row.path(list)
                .forEach(
                        each ->
                                names.add(
                                        each.isString()
                                                ? each.asString()
                                                : each.path(field).asString("")));
        names.removeIf(String::isBlank);
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /// Logins in lower case that a Markdown text calls by `@`, code left out.
    static Set<String> mentions(@Nullable String markdown) {
        var found = new LinkedHashSet<String>();
        if (markdown != null && markdown.indexOf('@') >= 0) {
            MENTION.matcher(CODE.matcher(markdown).replaceAll(" "))
                    .results()
                    .forEach(m -> found.add(m.group(1).toLowerCase(Locale.ROOT)));
        }
        return found;
    }
}
