package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON read a row at a time, however long the array. One string may have up to 8 MB, one row up to
/// 32 MB and 64 levels; what is beyond is refused, not loaded. A row of another type than an
/// object, or one its reader cannot digest, is refused by itself and the reading goes on; where the
/// JSON itself is broken, the rows before it are kept and the rest is refused once, with its line.
public final class JsonRows {

    private static final int MAX_STRING = 8 << 20;
    private static final long MAX_ROW = 32L << 20;

    public static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(MAX_STRING)
                                                    .maxNestingDepth(64)
                                                    .build())
                                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    // a row is followed by the next one
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonRows() {}

    /// Reads a top-level array (or a lone object as one row, or one object after another), giving
    /// each element with its line. A document that breaks off or is malformed ends with one
    /// `Found.Refused` that says where.
    public static void each(Tree tree, Tree.Entry file, Finds finds, BiConsumer<JsonNode, Long> row)
            throws IOException {
        inside(tree, file, "", finds, null, row);
    }

    /// Reads the array under the top-level object's property `field` (DiscordChatExporter's
    /// `messages`); with an empty name, the document itself.
    public static void inside(
            Tree tree, Tree.Entry file, String field, Finds finds, BiConsumer<JsonNode, Long> row)
            throws IOException {
        inside(tree, file, field, finds, null, row);
    }

    /// The same, and gives the top-level object's other properties as they pass, in the file's
    /// order: what stands before the rows is told before the rows.
    public static void inside(
            Tree tree,
            Tree.Entry file,
            String field,
            Finds finds,
            @Nullable BiConsumer<String, JsonNode> aside,
            BiConsumer<JsonNode, Long> row)
            throws IOException {
        try (var meter = new Meter(Unicode.reader(tree.open(file)), MAX_ROW);
                var parser = JSON.createParser(meter)) {
            new Walk(file, parser, meter, finds, row).document(field, aside);
        }
    }

    /// A whole document of at most 32 MB; empty when it is not valid JSON or larger.
    public static Optional<JsonNode> whole(Tree tree, Tree.Entry file) throws IOException {
        try (var meter = new Meter(Unicode.reader(tree.open(file)), MAX_ROW);
                var parser = JSON.createParser(meter)) {
            meter.rowStarts();
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode node = JSON.readTree(parser);
            return parser.nextToken() == null ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    public static JsonParser parser(InputStream in) {
        return JSON.createParser(in);
    }

    /// The text of a property, empty when it is missing, null or no text or number. NUL characters,
    /// which no database takes, are left out.
    public static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").replace("\0", "") : "";
    }

    /// The same, and null where there is no such field at all.
    public static @Nullable String told(JsonNode node, String field) {
        return node.has(field) ? text(node, field) : null;
    }

    /// The same, and null where it would be blank.
    public static @Nullable String textOrNull(JsonNode node, String field) {
        return orNull(text(node, field));
    }

    /// Null for a text that says nothing.
    public static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private record Walk(
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
                return Optional.of(JSON.readTree(parser));
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
}
