package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON read a row at a time, however long the array. One string may have up to 8 MB, one row up to
/// 64 levels; what is beyond is refused, not loaded.
public final class JsonRows {

    private static final int MAX_STRING = 8 << 20;

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
                    .build();

    private JsonRows() {}

    /// Reads a top-level array (or a lone object as one row), giving each element with its line.
    /// A document that breaks off or is malformed ends with one `Found.Refused` that says where.
    public static void each(Tree tree, Tree.Entry file, Finds finds, BiConsumer<JsonNode, Long> row)
            throws IOException {
        inside(tree, file, "", finds, row);
    }

    /// Reads the array under the top-level object's property `field` (DiscordChatExporter's
    /// `messages`); with an empty name, the document itself.
    public static void inside(
            Tree tree, Tree.Entry file, String field, Finds finds, BiConsumer<JsonNode, Long> row)
            throws IOException {
        try (var in = tree.open(file);
                var parser = parser(in)) {
            var first = parser.nextToken();
            if (!field.isEmpty() && first == JsonToken.START_OBJECT) {
                first = seek(parser, field);
            }
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() == null) {
                        throw new IOException("it breaks off");
                    }
                    one(parser, row);
                }
            } else if (first == JsonToken.START_OBJECT) {
                one(parser, row);
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            finds.add(
                    new Found.Refused(
                            file.path(),
                            at == null ? 1 : Math.max(1, at.getLineNr()),
                            "From here on this file is not valid JSON: " + e.getOriginalMessage(),
                            ""));
        }
    }

    private static void one(JsonParser parser, BiConsumer<JsonNode, Long> row) {
        var line = (long) parser.currentTokenLocation().getLineNr();
        JsonNode node = JSON.readTree(parser);
        row.accept(node, line);
    }

    private static JsonToken seek(JsonParser parser, String field) {
        for (var t = parser.nextToken(); t != null; t = parser.nextToken()) {
            if (t == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (name.equals(field)) {
                    return value;
                }
                parser.skipChildren();
            }
        }
        return JsonToken.NOT_AVAILABLE;
    }

    /// A whole small document (`users.json` of a page), null when it is not valid JSON.
    public static JsonNode whole(Tree tree, Tree.Entry file) throws IOException {
        try (var in = tree.open(file)) {
            return JSON.readTree(in);
        }
    }

    public static JsonParser parser(InputStream in) {
        return JSON.createParser(in);
    }

    /// The text of a property, empty when it is missing, null or no text or number.
    public static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }
}
