package org.folkmoot.language;

import java.util.regex.Pattern;

/// The line of a post in which a term stands.
final class Use {

    private static final int MOST = 150;

    /// A post of so many characters shows best how something is said.
    private static final int BEST = 90;

    private static final Pattern MARKS = Pattern.compile("[*_#>|]{1,3}(?=\\S)|(?<=\\S)[*_]{1,3}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Use() {}

    /// The less, the better it shows.
    static int fit(String text) {
        return Math.abs(text.length() - BEST);
    }

    static String of(String text, String term) {
        var line =
                BLANKS.matcher(MARKS.matcher(Prose.bare(text)).replaceAll(""))
                        .replaceAll(" ")
                        .strip();
        if (line.length() <= MOST) {
            return line;
        }
        int at = Math.max(0, line.indexOf(term));
        int from = Math.max(0, Math.min(at - MOST / 3, line.length() - MOST));
        from = from == 0 ? 0 : line.indexOf(' ', from) + 1;
        int to = line.lastIndexOf(' ', Math.min(line.length(), from + MOST));
        to = to <= at ? line.length() : to;
        return (from == 0 ? "" : "… ")
                + line.substring(from, to)
                + (to == line.length() ? "" : " …");
    }
}
