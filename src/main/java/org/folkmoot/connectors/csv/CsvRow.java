package org.folkmoot.connectors.csv;

import java.util.List;
import java.util.Map;

/// One row under its header, as wide as the header.
///
/// @param line where it starts in its file, 1-based
/// @param cells as given, quotes taken off
public record CsvRow(
        CsvHeader header,
        Map<String, Integer> places,
        long line,
        char delimiter,
        List<String> cells) {

    /// The cell under a column, however its name is spelt; stripped, empty when there is none.
    public String get(String column) {
        var at = places.get(CsvHeader.word(column));
        return at == null ? "" : cells.get(at).strip();
    }

    /// The first of these columns that has something.
    public String first(String... columns) {
        for (var column : columns) {
            var value = get(column);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /// The row as text again, for showing what was refused.
    public String raw() {
        return raw(cells, delimiter);
    }

    static String raw(List<String> cells, char delimiter) {
        return String.join(String.valueOf(delimiter), cells);
    }
}
