package org.folkmoot.language;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Cuts a text into the pieces a BERT model knows: lower case, without accents, punctuation and
/// Chinese signs by themselves, then the longest known beginning of each word again and again.
final class WordPieces {

    private static final int LONGEST_WORD = 100;
    private static final long UNKNOWN = 100;
    private static final long BEGIN = 101;
    private static final long END = 102;

    private final Map<String, Long> pieces = new HashMap<>();

    /// @param tokenizer the model's `tokenizer.json`
    WordPieces(InputStream tokenizer) throws IOException {
        JsonMapper.shared()
                .readTree(tokenizer)
                .path("model")
                .path("vocab")
                .properties()
                .forEach(e -> pieces.put(e.getKey(), e.getValue().asLong()));
        if (!pieces.containsKey("[UNK]")) {
            throw new IOException("This is no tokenizer of word pieces.");
        }
    }

    /// @param most how many pieces at most, the marks of beginning and end included
    long[] of(String text, int most) {
        var ids = new ArrayList<Long>();
        ids.add(BEGIN);
        for (var word : words(text)) {
            if (ids.size() >= most - 1) {
                break;
            }
            cut(word, ids);
        }
        var end = Math.min(ids.size(), most - 1);
        var all = new long[end + 1];
        for (int i = 0; i < end; i++) {
            all[i] = ids.get(i);
        }
        all[end] = END;
        return all;
    }

    private void cut(String word, List<Long> into) {
        var found = new ArrayList<Long>();
        for (int from = 0; from < word.length(); ) {
            var to = word.length();
            Long id = null;
            while (from < to && id == null) {
                id = pieces.get((from > 0 ? "##" : "") + word.substring(from, to));
                to -= id == null ? 1 : 0;
            }
            if (id == null || word.length() > LONGEST_WORD) {
                into.add(UNKNOWN);
                return;
            }
            found.add(id);
            from = to;
        }
        into.addAll(found);
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints()
                .forEach(
                        c -> {
                            if (dropped(c)) {
                                return;
                            }
                            var alone = punctuation(c) || Character.isIdeographic(c);
                            if (alone || blank(c)) {
                                end(word, words);
                            }
                            if (alone) {
                                words.add(Character.toString(c));
                            } else if (!blank(c)) {
                                word.appendCodePoint(c);
                            }
                        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean dropped(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || c == 0
                || c == 0xfffd
                || ((type == Character.CONTROL || type == Character.FORMAT) && !blank(c));
    }

    private static boolean punctuation(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }
}
