package org.folkmoot.connectors.intake;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/// One reading of a document, token by token.
record JsonWalk(
        Tree.Entry file,
        JsonParser parser,
        Meter meter,
        Finds finds,
        BiConsumer<JsonNode, Long> row) {

    void document(String field, @Nullable BiConsumer<String, JsonNode> aside) {
        for (var t = next(); t != null; t = next()) {
            if (t == JsonToken.START_OBJECT && !field.isEmpty()) {
                properties(field, aside);
            } else if (t == JsonToken.START_ARRAY) {
                elements();
            } else if (one().isEmpty()) {
                return;
            }
        }
    }

    /// Tells of each object as it opens and of plain properties as they pass, and gives
    /// the elements of every array of that name.
    void everywhere(String field, Runnable opens, BiConsumer<String, JsonNode> aside) {
        for (var t = next(); t != null; t = next()) {
            var name = parser.currentName();
            if (t == JsonToken.START_OBJECT) {
                opens.run();
            } else if (t == JsonToken.START_ARRAY && field.equals(name)) {
                elements();
            } else if (t.isScalarValue() && name != null) {
                value().ifPresent(v -> aside.accept(name, v));
            }
        }
    }

    private void properties(String field, @Nullable BiConsumer<String, JsonNode> aside) {
        for (var t = next(); t == JsonToken.PROPERTY_NAME; t = next()) {
            var name = parser.currentName();
            var value = next();
            if (value == JsonToken.START_ARRAY && name.equals(field)) {
                elements();
            } else if (value != null && aside != null) {
                value().ifPresent(v -> aside.accept(name, v));
            } else if (value != null) {
                skip();
            }
        }
    }

    private void skip() {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            giveUp(e);
        }
    }

    private void elements() {
        for (var t = next(); t != null && t != JsonToken.END_ARRAY; t = next()) {
            if (one().isEmpty()) {
                return;
            }
        }
    }

    private Optional<JsonNode> one() {
        var line = line();
        var value = value();
        value.ifPresent(node -> tell(node, line));
        return value;
    }

    private void tell(JsonNode node, long line) {
        if (!node.isObject()) {
            refuse(line, "This is no record: expected { ... }.", node.toString());
            return;
        }
        try {
            row.accept(node, line);
        } catch (JacksonException e) {
            refuse(
                    line,
                    "This record is not as expected: " + e.getOriginalMessage(),
                    node.toString());
        }
    }

    private @Nullable JsonToken next() {
        try {
            return parser.isClosed() ? null : parser.nextToken();
        } catch (JacksonException e) {
            giveUp(e);
            return null;
        }
    }

    private Optional<JsonNode> value() {
        meter.rowStarts();
        try {
            return Optional.of(JsonRows.JSON.readTree(parser));
        } catch (JacksonException e) {
            giveUp(e);
            return Optional.empty();
        } finally {
            meter.rowEnds();
        }
    }

    private void giveUp(JacksonException e) {
        var cause = e instanceof JacksonIOException io ? io.getCause() : null;
        var why =
                cause == null
                        ? "is not valid JSON: " + e.getOriginalMessage()
                        : "cannot be read: " + cause.getMessage();
        refuse(line(), "From here on this file " + why, "");
        parser.close();
    }

    private long line() {
        return Math.max(1, parser.currentLocation().getLineNr());
    }

    private void refuse(long line, String reason, String raw) {
        finds.add(new Found.Refused(file.path(), line, reason, raw));
    }
}
