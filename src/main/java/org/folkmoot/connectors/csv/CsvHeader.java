package org.folkmoot.connectors.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The columns' names, each once: a second `score` is `score (2)`, a blank one `column 3`.
public record CsvHeader(List<String> names) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    public static CsvHeader of(List<String> cells) {
        var names = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < cells.size(); i++) {
            var bare = cells.get(i).isBlank() ? "column " + (i + 1) : cells.get(i).strip();
            var name = bare;
            for (var n = 2; names.containsKey(name); n++) {
                name = bare + " (" + n + ")";
            }
            names.put(name, i);
        }
        return new CsvHeader(List.copyOf(names.keySet()));
    }

    /// Names for a file without a header row.
    static CsvHeader numbered(int width) {
        var blank = new ArrayList<String>();
        for (var i = 0; i < width; i++) {
            blank.add("");
        }
        return of(blank);
    }

    /// `emailadresse` of "E-Mail-Adresse": lower case, without accents, blanks and signs.
    public static String word(String name) {
        var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NO_WORD.matcher(plain.toLowerCase(Locale.ROOT).replace("ß", "ss")).replaceAll("");
    }

    /// Each column's place by its word; of two alike the first.
    Map<String, Integer> byWord() {
        var places = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) {
            places.putIfAbsent(word(names.get(i)), i);
        }
        return places;
    }
}
