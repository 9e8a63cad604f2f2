package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A name as somebody wrote it, taken apart.
///
/// @param shown the name for people's eyes
/// @param words the folded words of two letters or more, the surname last where that can be told
/// @param initials single letters among them, in order
/// @param relayed whether a list or a bridge sent this in the name of others ("Ada via list")
/// @param vowelless whether it was written in a script that leaves vowels out
record PersonName(
        String shown, List<String> words, String initials, boolean relayed, boolean vowelless) {

    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^]]*]|<[^>]*>");
    private static final Pattern VIA = Pattern.compile("(?i)\\s+(?:via|through)\\s+.*$");
    private static final Pattern LABEL = Pattern.compile("^[\\w-]+:\\s+");
    private static final Pattern GAP = Pattern.compile("[\\s.,_/|\"“”„«»]+");
    private static final Pattern TWO_WORDS =
            Pattern.compile("(\\p{Lu}\\p{Ll}{2,})(\\p{Lu}\\p{Ll}{2,})");
    private static final Pattern SHOUTED = Pattern.compile("[\\p{Lu}'’-]{2,}");
    private static final Set<String> NOT_OF_THE_NAME =
            Set.of(
                    "dr", "prof", "mr", "mrs", "ms", "sir", "jr", "sr", "phd", "md", "ii", "iii",
                    "ing", "dipl", "mag", "msc", "bsc", "esq", "inc", "ltd", "gmbh");

    /// Reads a name; null if there is none: nothing, an address, nothing but signs.
    static @Nullable PersonName of(@Nullable String raw) {
        if (raw == null || raw.isBlank() || raw.indexOf('@') >= 0 || raw.contains("://")) {
            return null;
        }
        var text = LABEL.matcher(raw.strip()).replaceFirst("");
        text = ASIDE.matcher(text).replaceAll(" ");
        var whole = VIA.matcher(text).replaceFirst("").strip();
        var relayed = whole.length() < text.strip().length();
        var turned = turned(whole);
        var words = new ArrayList<String>();
        var initials = new StringBuilder();
        var parts =
                List.of(GAP.split(TWO_WORDS.matcher(turned).matches() ? split(turned) : turned));
        for (var part : surnameLast(parts)) {
            for (var word : folded(part, parts.size() == 1)) {
                if (word.length() == 1) {
                    initials.append(word);
                } else if (!word.isEmpty() && !NOT_OF_THE_NAME.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words.isEmpty() && initials.isEmpty()
                ? null
                : new PersonName(
                        whole, words, initials.toString(), relayed, Folding.isVowelless(whole));
    }

    /// "Lovelace, Ada" as "Ada Lovelace".
    private static String turned(String name) {
        var comma = name.indexOf(',');
        if (comma <= 0 || comma != name.lastIndexOf(',')) {
            return name;
        }
        var after = name.substring(comma + 1).strip();
        return after.isEmpty() || NOT_OF_THE_NAME.contains(Folding.latin(after))
                ? name
                : after + " " + name.substring(0, comma);
    }

    private static String split(String name) {
        var match = TWO_WORDS.matcher(name);
        return match.matches() && !List.of("Mac", "Von", "Van").contains(match.group(1))
                ? match.group(1) + " " + match.group(2)
                : name;
    }

    /// "GÁBOR Szeder" with the surname at the end, if just the first word shouts.
    private static List<String> surnameLast(List<String> parts) {
        if (parts.size() < 2
                || !SHOUTED.matcher(parts.getFirst()).matches()
                || SHOUTED.matcher(parts.getLast()).matches()) {
            return parts;
        }
        return Stream.concat(parts.stream().skip(1), Stream.of(parts.getFirst())).toList();
    }

    /// One written word; an East Asian name without a space is its first sign and the rest.
    private static List<String> folded(String part, boolean alone) {
        if (alone && Folding.isEastAsian(part) && part.codePointCount(0, part.length()) > 1) {
            var first = part.offsetByCodePoints(0, 1);
            return List.of(
                    Folding.latin(part.substring(first)), Folding.latin(part.substring(0, first)));
        }
        return List.of(Folding.latin(part));
    }

    /// Whether it says more than one word: a given name and a surname.
    boolean isFull() {
        return words.size() > 1;
    }

    /// Whether both are the same letters, spaces aside: Xiao Ming Wang, Wang Xiaoming.
    boolean isJoined(PersonName other) {
        var comparable =
                Folding.isEastAsian(shown)
                        || Folding.isEastAsian(other.shown)
                        || words.size() != other.words.size();
        return comparable
                && initials.isEmpty()
                && other.initials.isEmpty()
                && joined(words).stream().anyMatch(joined(other.words)::contains);
    }

    private static Set<String> joined(List<String> words) {
        var all = String.join("", words);
        var last = words.isEmpty() ? "" : words.getLast();
        return Set.copyOf(List.of(all, last + all.substring(0, all.length() - last.length())));
    }

    String surname() {
        return words.isEmpty() ? "" : words.getLast();
    }

    /// The first letters, of initials and words both.
    String letters() {
        var all = new StringBuilder();
        for (var part : GAP.split(turned(shown))) {
            var word = Folding.latin(part);
            all.append(word.isEmpty() ? "" : word.substring(0, 1));
        }
        return all.toString();
    }

    /// What people make their user names of: both words in either order, one of them cut to its
    /// first letter.
    Set<String> spelt() {
        var all = new LinkedHashSet<String>();
        if (isFull()) {
            var given = words.getFirst();
            var last = surname();
            all.add(given.charAt(0) + last);
            all.add(given + last);
            all.add(last + given.charAt(0));
            all.add(given + last.charAt(0));
            all.add(last + given);
            if (!initials.isEmpty()) {
                all.add(given.charAt(0) + initials + last);
            }
        }
        return all;
    }
}
