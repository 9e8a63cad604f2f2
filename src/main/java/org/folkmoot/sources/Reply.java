package org.folkmoot.sources;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;

/// What a platform answered.
public final class Reply {

    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>\\s*;[^,<]*?\\brel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean told;

    /// @param headers by their names in lower case; of several of one name, all, joined by commas
    public Reply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, false);
    }

    private Reply(int status, Map<String, String> headers, byte[] body, boolean told) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.told = told;
    }

    /// The answer to a question: a good one without a body broke off before it began.
    Reply toQuestion() {
        return new Reply(status, headers, body, status == 200);
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// Its body; an empty one is an empty object, where something was done and not asked.
    ///
    /// @throws tools.jackson.core.JacksonException when it is no whole JSON, which the puller takes
    ///     for an answer that broke off
    public JsonNode json() {
        if (body.length == 0 && told) {
            throw new StreamReadException((JsonParser) null, "An answer without a body");
        }
        return body.length == 0 ? JsonRows.JSON.createObjectNode() : JsonRows.JSON.readTree(body);
    }

    public byte[] bytes() {
        return body.clone();
    }

    /// As UTF-8.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The next page by the header Link (RFC 8288), if there is one.
    public Optional<String> next() {
        return header("link").map(LINK::matcher).filter(m -> m.find()).map(m -> m.group(1));
    }

    @Override
    public String toString() {
        return "%d, %d bytes".formatted(status, body.length);
    }
}
