package org.folkmoot.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// User names in ASCII, made of people's names as people do it; no two alike.
final class Handles {

    private final Chance chance;
    private final Set<String> handles = new HashSet<>();

    Handles(Chance chance) {
        this.chance = chance;
    }

    void take(String handle) {
        handles.add(handle);
    }

    String of(String given, String family) {
        var first = ascii(given);
        var last = ascii(family);
        var base =
                switch (chance.between(0, 4)) {
                    case 0 -> first + last;
                    case 1 -> first.charAt(0) + last;
                    case 2 -> first + "-" + last;
                    case 3 -> last + first.charAt(0);
                    default -> first + last.charAt(0);
                };
        var handle = base;
        for (int n = chance.between(2, 90); !handles.add(handle); n += 7) {
            handle = base + n;
        }
        return handle;
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name.replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replaceAll("[^a-z]", "");
    }
}
