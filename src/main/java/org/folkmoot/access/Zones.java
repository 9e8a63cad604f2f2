package org.folkmoot.access;

import java.time.ZoneId;
import java.util.List;

/// The time zones people may choose: those named after a place, and UTC.
final class Zones {

    private static final List<String> ALL =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.equals("UTC") || id.matches("[A-Z][A-Za-z]+/.+"))
                    .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                    .sorted()
                    .toList();

    private Zones() {}

    static List<String> all() {
        return ALL;
    }
}
