package org.folkmoot.identity;

import static org.folkmoot.identity.NameLevel.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Two names laid side by side.
///
/// @param agreed the words of the first that the second has too
record NameMatch(NameLevel level, PersonName one, PersonName other, List<String> agreed) {

    static NameMatch of(PersonName one, PersonName other) {
        if (!one.isFull() || !other.isFull()) {
            return partial(one, other);
        }
        var theirs = new ArrayList<>(other.words());
        var agreed = new ArrayList<String>();
        var left = new ArrayList<String>();
        for (var word : one.words()) {
            if (theirs.remove(word)) {
                agreed.add(word);
            } else {
                left.add(word);
            }
        }
        if (left.isEmpty() && theirs.isEmpty()) {
            return new NameMatch(initials(one, other), one, other, agreed);
        }
        if (one.isJoined(other)) {
            return new NameMatch(SPELT_OTHERWISE, one, other, one.words());
        }
        if (agreed.size() > 1 && (left.isEmpty() || theirs.isEmpty())) {
            return new NameMatch(
                    inOrder(one, other) ? PARTLY : SURNAME_DIFFERS, one, other, agreed);
        }
        return loosely(one, other, agreed, left, theirs);
    }

    /// Whether what both have stands in the same order: Stephen Boyd is not Boyd Stephen Smith.
    private static boolean inOrder(PersonName one, PersonName other) {
        var a = new ArrayList<>(one.words());
        var b = new ArrayList<>(other.words());
        a.retainAll(other.words());
        b.retainAll(one.words());
        return a.equals(b);
    }

    private static NameLevel initials(PersonName one, PersonName other) {
        var a = one.initials();
        var b = other.initials();
        return a.equals(b) ? SAME : a.contains(b) || b.contains(a) ? PARTLY : GIVEN_DIFFERS;
    }

    private static NameMatch loosely(
            PersonName one,
            PersonName other,
            List<String> agreed,
            List<String> left,
            List<String> theirs) {
        var level = SAME;
        var vowelless = one.vowelless() || other.vowelless();
        for (var word : List.copyOf(left)) {
            for (var candidate : theirs) {
                var how = words(word, candidate, vowelless);
                if (how != UNKNOWN) {
                    level = how.compareTo(level) > 0 ? how : level;
                    theirs.remove(candidate);
                    left.remove(word);
                    agreed.add(word);
                    break;
                }
            }
        }
        if (agreed.size() > 1 && (left.isEmpty() || theirs.isEmpty())) {
            return new NameMatch(level == SAME ? PARTLY : level, one, other, agreed);
        }
        if (agreed.isEmpty()) {
            return new NameMatch(DIFFERENT, one, other, agreed);
        }
        var surname = agreed.contains(one.surname()) && !agreed.contains(one.words().getFirst());
        var initial =
                surname
                        && (one.initials().startsWith(first(theirs, other))
                                || other.initials().startsWith(first(left, one)));
        return new NameMatch(
                initial ? INITIAL : surname ? GIVEN_DIFFERS : SURNAME_DIFFERS, one, other, agreed);
    }

    private static String first(List<String> words, PersonName name) {
        var word = words.isEmpty() ? name.words().getFirst() : words.getFirst();
        return word.substring(0, 1);
    }

    private static NameLevel words(String one, String other, boolean vowelless) {
        if (Folding.sound(one).equals(Folding.sound(other))
                || (vowelless && Folding.consonants(one).equals(Folding.consonants(other)))) {
            return SPELT_OTHERWISE;
        }
        if (Nicknames.alike(one, other)) {
            return NICKNAME;
        }
        return Math.min(one.length(), other.length()) >= 5 && oneOff(one, other) ? TYPO : UNKNOWN;
    }

    /// One letter more, less or other, or two neighbours swapped.
    static boolean oneOff(String one, String other) {
        var a = one.length() <= other.length() ? one : other;
        var b = a.equals(one) ? other : one;
        if (b.length() - a.length() > 1) {
            return false;
        }
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (a.length() < b.length()) {
            return a.substring(i).equals(b.substring(i + 1));
        }
        if (i == a.length() || a.substring(i + 1).equals(b.substring(i + 1))) {
            return true;
        }
        return i + 1 < a.length()
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && a.substring(i + 2).equals(b.substring(i + 2));
    }

    /// One of them is but a word: an initial and a surname, a given name, a handle, initials.
    private static NameMatch partial(PersonName one, PersonName other) {
        if (one.isJoined(other) && (one.isFull() || other.isFull())) {
            return new NameMatch(SPELT_OTHERWISE, one, other, (one.isFull() ? one : other).words());
        }
        var shared = new HashSet<>(one.words());
        shared.retainAll(other.words());
        var agreed = List.copyOf(shared);
        if (one.isFull() || other.isFull()) {
            var full = one.isFull() ? one : other;
            var brief = one.isFull() ? other : one;
            if (shared.isEmpty()) {
                return new NameMatch(UNKNOWN, one, other, agreed);
            }
            if (agreed.contains(full.surname()) && !brief.initials().isEmpty()) {
                var fits = full.words().getFirst().startsWith(brief.initials().substring(0, 1));
                return new NameMatch(fits ? INITIAL : GIVEN_DIFFERS, one, other, agreed);
            }
            return new NameMatch(ONE_WORD, one, other, agreed);
        }
        var same =
                !one.words().isEmpty()
                        && one.words().equals(other.words())
                        && one.initials().equals(other.initials());
        return new NameMatch(
                same ? one.initials().isEmpty() ? ONE_WORD : SAME : UNKNOWN, one, other, agreed);
    }
}
