package org.folkmoot.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Where a group of names comes from.
///
/// @param given names, some with their Latin form after `=`
/// @param family the same
record Origin(
        String language,
        ZoneId zone,
        int share,
        boolean familyFirst,
        List<String> cities,
        List<String> given,
        List<String> family) {

    private static final Set<String> WITHOUT_GAP = Set.of("ja", "zh", "ko");

    /// One line of `names.txt`.
    static Origin of(String line) {
        var p = line.split("\\|");
        return new Origin(
                p[0],
                ZoneId.of(p[1]),
                Integer.parseInt(p[2]),
                p[3].equals("family"),
                List.of(p[4].split(",")),
                List.of(p[5].split(",")),
                List.of(p[6].split(",")));
    }

    String name(String first, String last) {
        var gap = WITHOUT_GAP.contains(language) ? "" : " ";
        return familyFirst ? last + gap + first : first + gap + last;
    }
}
