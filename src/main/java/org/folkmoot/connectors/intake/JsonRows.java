package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.connectors.Finds;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
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
                                    // Telegram Desktop writes \x0B for a control character
                                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
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
            new JsonWalk(file, parser, meter, finds, row).document(field, aside);
        }
    }

    /// Reads the arrays called `field` wherever they are, in an object of any depth.
    ///
    /// @param opens told of each object that is not inside a row
    /// @param aside told of the plain properties of such objects, in the file's order
    public static void everywhere(
            Tree tree,
            Tree.Entry file,
            String field,
            Finds finds,
            Runnable opens,
            BiConsumer<String, JsonNode> aside,
            BiConsumer<JsonNode, Long> row)
            throws IOException {
        try (var meter = new Meter(Unicode.reader(tree.open(file)), MAX_ROW);
                var parser = JSON.createParser(meter)) {
            new JsonWalk(file, parser, meter, finds, row).everywhere(field, opens, aside);
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
}
