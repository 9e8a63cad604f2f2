package org.folkmoot.members;

/// What may have been meant by a word that is none.
final class Spelling {

    private Spelling() {}

    /// Whether one begins with the other, or one letter is missing, too many or another.
    static boolean near(String one, String other) {
        return one.startsWith(other) || other.startsWith(one) || oneOff(one, other);
    }

    /// Whether one letter is missing, too many or another.
    private static boolean oneOff(String one, String other) {
        var same = 0;
        while (same < Math.min(one.length(), other.length())
                && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var a = one.substring(same);
        var b = other.substring(same);
        return rest(a).equals(rest(b)) || rest(a).equals(b) || a.equals(rest(b));
    }

    private static String rest(String word) {
        return word.isEmpty() ? word : word.substring(1);
    }
}
