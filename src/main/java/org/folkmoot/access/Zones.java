package org.folkmoot.access;

import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/// The time zones people may choose. Not those `ZoneId` lists: whoever reads a calendar with zones
/// of its own adds them there, for the whole process.
public final class Zones {

    private static final Set<String> KNOWN =
            Set.copyOf(
                    Stream.of(TimeZone.getAvailableIDs())
                            .filter(id -> id.contains("/") || id.equals("UTC") || id.equals("GMT"))
                            .toList());

    private static final List<String> ALL =
            KNOWN.stream()
                    .filter(id -> id.equals("UTC") || id.matches("[A-Z][A-Za-z]+/.+"))
                    .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                    .sorted()
                    .toList();

    private Zones() {}

    /// Those named after a place, and UTC, in order.
    public static List<String> all() {
        return ALL;
    }

    /// Whether a browser or a person means a zone by it.
    static boolean known(String id) {
        return KNOWN.contains(id);
    }
}
