package org.folkmoot.sources;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.databind.JsonNode;

/// A platform's call as it came in, byte by byte.
///
/// @param query decoded, the first of each name
/// @param headers by their names in lower case
public record Call(
        String method, Map<String, String> query, Map<String, String> headers, byte[] body) {

    public Call {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /// @throws tools.jackson.core.JacksonException when it is none
    public JsonNode json() {
        return JsonRows.JSON.readTree(body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s, %d bytes".formatted(method, body.length);
    }
}
