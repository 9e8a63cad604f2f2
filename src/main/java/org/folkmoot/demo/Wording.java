package org.folkmoot.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that fill a conversation's blanks. A blank keeps its word through the whole thread, so
/// that the answer speaks of the same plugin as the question.
final class Wording {

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    private final Texts texts;
    private final Chance chance;
    private final Map<String, String> words = new HashMap<>();

    Wording(Texts texts, Chance chance, Season season, java.time.Instant at) {
        this.texts = texts;
        this.chance = chance;
        words.put("version", season.versionAt(at));
        words.put("prev", season.versionBefore(at));
    }

    Wording with(String blank, String word) {
        words.put(blank, word);
        return this;
    }

    String say(String line) {
        return BLANK.matcher(line).replaceAll(m -> Matcher.quoteReplacement(word(m.group(1))));
    }

    private String word(String blank) {
        var known = words.get(blank);
        if (known == null) {
            known = choose(blank);
            words.putIfAbsent(blank, known);
        }
        return known;
    }

    private String choose(String blank) {
        return switch (blank) {
            case "pages" -> pages(chance.between(12, 400) * 10);
            case "small" -> Integer.toString(chance.between(2, 9));
            case "minutes" -> Integer.toString(chance.between(3, 18));
            case "secs" -> Integer.toString(chance.between(14, 58));
            case "number" -> Integer.toString(chance.between(100, 1900));
            case "lang", "code" -> language(blank);
            default -> texts.hasPhrases(blank) ? chance.pick(texts.phrases(blank)) : "{" + blank + "}";
        };
    }

    private String language(String blank) {
        var pair = chance.pick(texts.phrases("lang")).split("=");
        words.put("lang", pair[0]);
        words.put("code", pair[1]);
        return blank.equals("lang") ? pair[0] : pair[1];
    }

    private static String pages(int count) {
        return count < 1000 ? Integer.toString(count) : "%d,%03d".formatted(count / 1000, count % 1000);
    }
}
