package org.folkmoot.sources;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.connectors.intake.JsonRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A platform's call as it came in, byte by byte.
public final class Call {

    /// The query's name for the last piece of the path, where a platform that signs nothing was
    /// given a secret address: `/hooks/12/sw0rdfish`.
    public static final String KEY = "/";

    private final String method;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final String address;

    /// A call whose address does not matter.
    public Call(
            String method, Map<String, String> query, Map<String, String> headers, byte[] body) {
        this(method, query, headers, body, "");
    }

    /// @param query decoded, the first of each name
    /// @param headers by their names in lower case
    /// @param address see [#address]
    public Call(
            String method,
            Map<String, String> query,
            Map<String, String> headers,
            byte[] body,
            String address) {
        this.method = method;
        this.query = Map.copyOf(query);
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.address = address;
    }

    /// The whole address that was called, as we give it to platforms, with its query: some sign it,
    /// too. Known only while it is heard.
    public String address() {
        return address;
    }

    public String method() {
        return method;
    }

    public Map<String, String> query() {
        return query;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /// As it came: what is signed is signed over this.
    public byte[] body() {
        return body.clone();
    }

    /// The query is that of the address alone: asking for parameters would read a form's body.
    public static Call of(
            HttpServletRequest request, @Nullable String key, byte[] body, String hook) {
        var query = new HashMap<String, String>();
        var raw = request.getQueryString();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            var parts = pair.split("=", 2);
            query.putIfAbsent(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        if (key != null) {
            query.put(KEY, key);
        }
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(request.getHeader(name)));
        }
        return new Call(
                request.getMethod(), query, headers, body, raw == null ? hook : hook + "?" + raw);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// Empty when there is none.
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// Empty when there is none.
    public String query(String name) {
        return query.getOrDefault(name, "");
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
