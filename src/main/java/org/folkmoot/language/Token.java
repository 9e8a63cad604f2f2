package org.folkmoot.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A word in a text.
///
/// @param key the same for one and many, in small letters
/// @param follows whether nothing but a space is between it and the word before
record Token(String key, String written, boolean follows) {

    private static final Pattern WORD =
            Pattern.compile("#?[\\p{L}\\p{N}][\\p{L}\\p{N}+#_]*(?:['\u2019.-][\\p{L}\\p{N}]+)*");

    /// HPC, k8s, LanternFest, #introductions.
    private static final Pattern SIGN =
            Pattern.compile(
                    "#\\p{L}.*|\\p{Lu}{2,8}s?|\\p{L}+\\p{N}+\\p{L}+|\\p{Lu}?\\p{Ll}+\\p{Lu}\\p{L}+");

    private static final int LOOK_AT = 2_000;

    static List<Token> of(String text) {
        var prose = Prose.bare(text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text);
        var found = new ArrayList<Token>();
        var matcher = WORD.matcher(prose);
        int end = -2;
        while (matcher.find()) {
            var written = matcher.group();
            if (written.codePoints().anyMatch(Character::isLetter)) {
                found.add(
                        new Token(
                                Vocabulary.bare(
                                        written.toLowerCase(Locale.ROOT).replace('\u2019', '\'')),
                                written,
                                matcher.start() == end + 1 && prose.charAt(end) == ' '));
                end = matcher.end();
            } else {
                end = -2;
            }
        }
        return found;
    }

    /// Whether its look tells that it is no ordinary word.
    boolean sign() {
        return SIGN.matcher(written).matches() && !common();
    }

    boolean common() {
        return CommonWords.ALL.contains(key)
                || CommonWords.ALL.contains(written.toLowerCase(Locale.ROOT));
    }

    static String keys(List<Token> tokens) {
        return tokens.stream().map(Token::key).collect(Collectors.joining(" "));
    }

    static String written(List<Token> tokens) {
        return tokens.stream().map(Token::written).collect(Collectors.joining(" "));
    }
}
