package org.folkmoot.privacy;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A copy as JSON: `{"name", "community", "madeAt", "parts": [{"key", "title", "rows": [{}]}]}`.
final class JsonSheet implements Sheet {

    private final Writer out;
    private boolean parts;
    private boolean rows;

    JsonSheet(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(String name, String community, Instant at) throws IOException {
        out.write("{\"format\": \"folkmoot personal data\", \"version\": 1, \"name\": ");
        out.write(text(name));
        out.write(", \"community\": ");
        out.write(text(community));
        out.write(", \"madeAt\": ");
        out.write(text(at.toString()));
        out.write(", \"parts\": [");
    }

    @Override
    public void part(String title, String key) throws IOException {
        out.write(parts ? "]},\n" : "\n");
        out.write("{\"key\": " + text(key) + ", \"title\": " + text(title) + ", \"rows\": [");
        parts = true;
        rows = false;
    }

    @Override
    public void row(Map<String, ?> row) throws IOException {
        out.write(rows ? ",\n" : "\n");
        out.write(text(row));
        rows = true;
    }

    @Override
    public void end() throws IOException {
        out.write(parts ? "]}\n]}\n" : "]}\n");
    }

    private static String text(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
