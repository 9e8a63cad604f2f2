package org.folkmoot.connectors.csv;

/// What some reports say above their table: of the meeting as a whole (Zoom, Teams), with an empty
/// line below.
final class CsvReport {

    private static final int LINES = 15;

    private CsvReport() {}

    /// How many lines stand above the row that names the columns: 0 unless an empty line parts them
    /// and at least two names below it are known.
    static int above(String text, char delimiter) {
        var parted = false;
        var quotes = 0;
        var lines = text.lines().limit(LINES).toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (quotes % 2 == 0 && parted && known(line, delimiter) >= 2) {
                return i;
            }
            parted |= i > 0 && quotes % 2 == 0 && empty(line, delimiter);
            quotes += (int) line.chars().filter(c -> c == '"').count();
        }
        return 0;
    }

    /// The text without its first lines.
    static String below(String text, int lines) {
        var from = 0;
        for (var i = 0; i < lines && from >= 0; i++) {
            from = text.indexOf('\n', from) + 1;
            if (from == 0) {
                return "";
            }
        }
        return text.substring(from);
    }

    private static boolean empty(String line, char delimiter) {
        return line.replace(delimiter, ' ').isBlank();
    }

    private static int known(String line, char delimiter) {
        var known = 0;
        for (var cell : line.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1)) {
            known += HeaderWords.known(CsvHeader.word(cell)) ? 1 : 0;
        }
        return known;
    }
}
