package org.folkmoot.connectors.github;

import java.io.IOException;
import java.util.List;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// The objects in a saved file: an array of them, one alone, or several of either one after the
/// other, as `gh api --paginate` and JSON lines write them.
final class Pages {

    static final String SOURCE = "github";

    /// Reads one value and leaves what follows it.
    private static final ObjectReader ONE =
            JsonRows.JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Pages() {}

    /// Takes one object. @throws Unusable when it cannot be translated
    interface Reader {
        void row(JsonNode row);
    }

    /// Why an object cannot be used: a sentence for the person who imports.
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static void read(Tree tree, Tree.Entry file, Finds finds, Reader reader) throws IOException {
        var line = 1L;
        try (var in = tree.open(file);
                var parser = JsonRows.parser(in)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                    continue;
                }
                line = parser.currentTokenLocation().getLineNr();
                JsonNode row = ONE.readTree(parser);
                for (var each : Shape.of(row) == Shape.SEARCH ? row.path("items") : List.of(row)) {
                    var reason = attempt(reader, each);
                    if (reason != null) {
                        finds.add(new Found.Refused(file.path(), line, reason, each.toString()));
                    }
                }
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            finds.add(
                    new Found.Refused(
                            file.path(),
                            at == null ? line : Math.max(1, at.getLineNr()),
                            "From here on this file is not valid JSON: " + e.getOriginalMessage(),
                            ""));
        }
    }

    private static @Nullable String attempt(Reader reader, JsonNode row) {
        try {
            reader.row(row);
            return null;
        } catch (Unusable e) {
            return e.reason();
        }
    }
}
