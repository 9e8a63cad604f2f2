package org.folkmoot.sources;

import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Cursors as records: written as JSON, and read also when a later version of the record has more
/// or fewer fields.
public final class Cursors {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private Cursors() {}

    /// @param first what holds before the first page
    public static <T> T read(String cursor, Class<T> type, Supplier<T> first) {
        return cursor.isEmpty() ? first.get() : JSON.readValue(cursor, type);
    }

    public static String write(Object cursor) {
        return JSON.writeValueAsString(cursor);
    }
}
