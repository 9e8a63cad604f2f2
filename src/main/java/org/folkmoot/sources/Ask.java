package org.folkmoot.sources;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One request to a platform.
///
/// @param lane which of the platform's limits it counts for, where it has several; mostly empty
/// @param fine statuses besides 200 to 299 that the connector itself makes sense of
public record Ask(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        String lane,
        Set<Integer> fine) {

    public Ask {
        headers = Map.copyOf(headers);
        fine = Set.copyOf(fine);
    }

    /// @param path below the base address, already encoded, see [#part]
    public static Ask get(URI base, String path) {
        return of("GET", base, path);
    }

    public static Ask of(String method, URI base, String path) {
        var uri = URI.create(base.toString() + path);
        return new Ask(method, uri, Map.of(), null, "", Set.of());
    }

    /// A piece of a path or query, encoded.
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Adds to the query; nothing when the value is empty.
    public Ask query(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        var more = part(name) + "=" + part(value);
        var text = uri.toString();
        return new Ask(
                method,
                URI.create(text + (uri.getRawQuery() == null ? "?" : "&") + more),
                headers,
                body,
                lane,
                fine);
    }

    public Ask with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Ask(method, uri, more, body, lane, fine);
    }

    public Ask json(Object body) {
        var text = JsonMapper.shared().writeValueAsString(body);
        return new Ask(method, uri, headers, text, lane, fine)
                .with("Content-Type", "application/json; charset=utf-8");
    }

    public Ask form(Map<String, String> fields) {
        var text =
                fields.entrySet().stream()
                        .map(f -> part(f.getKey()) + "=" + part(f.getValue()))
                        .collect(Collectors.joining("&"));
        return new Ask(method, uri, headers, text, lane, fine)
                .with("Content-Type", "application/x-www-form-urlencoded");
    }

    public Ask lane(String lane) {
        return new Ask(method, uri, headers, body, lane, fine);
    }

    public Ask allowing(int... statuses) {
        var more = new LinkedHashSet<>(fine);
        for (int status : statuses) {
            more.add(status);
        }
        return new Ask(method, uri, headers, body, lane, more);
    }

    /// Without path, query, headers and body, any of which may hold what must not be read.
    @Override
    public String toString() {
        return "%s %s".formatted(method, uri.getRawAuthority());
    }
}
