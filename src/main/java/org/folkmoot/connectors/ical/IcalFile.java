package org.folkmoot.connectors.ical;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Lines;
import org.folkmoot.connectors.intake.Tree;

/// One calendar file cut into its events. What they share (time zones, the name, which dates of a
/// series were moved) is looked up in a first pass.
final class IcalFile {

    private static final int MAX_EVENT = 1 << 20;
    private static final int MAX_ZONES = 1 << 20;

    /// Takes one event's lines, with the calendar's head and time zones around them.
    @FunctionalInterface
    interface Event {
        void read(String calendar, String lines, long line);
    }

    private final Tree tree;
    private final Tree.Entry file;
    private final StringBuilder zones = new StringBuilder();
    private final Set<String> moved = new HashSet<>();
    private String name = "";
    private ZoneId zone = ZoneOffset.UTC;
    private boolean zoned;

    IcalFile(Tree tree, Tree.Entry file) {
        this.tree = tree;
        this.file = file;
    }

    /// What the calendar calls itself, "Calendar" if nothing.
    String name() {
        return name.isEmpty() ? "Calendar" : name;
    }

    /// Where times are that do not say it: UTC if the calendar does not either.
    ZoneId zone() {
        return zone;
    }

    /// Whether the calendar says where it is.
    boolean zoned() {
        return zoned;
    }

    /// `uid recurrence-id` of each date of a series that has an event of its own.
    Set<String> moved() {
        return moved;
    }

    void lookThrough() throws IOException {
        var inZone = false;
        var uid = "";
        var at = "";
        var named = false;
        try (var lines = new Lines(tree.open(file))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var upper = line.toUpperCase(Locale.ROOT);
                inZone |= upper.equals("BEGIN:VTIMEZONE");
                if (inZone && zones.length() < MAX_ZONES) {
                    zones.append(line).append("\r\n");
                }
                inZone &= !upper.equals("END:VTIMEZONE");
                if (upper.startsWith("X-WR-CALNAME") && name.isEmpty()) {
                    name = value(line).replace("\\,", ",").replace("\\;", ";");
                } else if (upper.startsWith("X-WR-TIMEZONE") && !zoned) {
                    at(value(line));
                } else if (upper.startsWith("BEGIN:VEVENT")) {
                    uid = "";
                    at = "";
                } else if (upper.startsWith("UID") && uid.isEmpty()) {
                    uid = value(line);
                    named = true;
                    continue;
                } else if (named && (line.startsWith(" ") || line.startsWith("\t"))) {
                    uid += line.substring(1).strip(); // a long id goes on in the next line
                    continue;
                } else if (upper.startsWith("RECURRENCE-ID")) {
                    at = value(line);
                } else if (upper.startsWith("END:VEVENT") && !at.isEmpty()) {
                    moved.add(uid + " " + at);
                }
                named = false;
            }
        }
    }

    private void at(String told) {
        try {
            zone = ZoneId.of(told);
            zoned = true;
        } catch (DateTimeException e) {
            zoned = false; // a name that nobody knows is as good as none
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    void each(Finds finds, Event event) throws IOException {
        StringBuilder lines = null;
        long start = 0;
        try (var in = new Lines(tree.open(file))) {
            for (var line = in.next(); line != null; line = in.next()) {
                var part = line.strip();
                if (part.equalsIgnoreCase("BEGIN:VEVENT")) {
                    if (lines != null) {
                        unfinished(finds, start, lines);
                    }
                    lines = new StringBuilder();
                    start = in.number();
                }
                if (lines == null) {
                    continue;
                }
                if (lines.length() < MAX_EVENT) {
                    lines.append(line).append("\r\n");
                }
                if (part.equalsIgnoreCase("END:VEVENT")) {
                    if (lines.length() >= MAX_EVENT) {
                        finds.add(
                                new Found.Refused(
                                        file.path(),
                                        start,
                                        "This event is larger than a million characters.",
                                        ""));
                    } else {
                        event.read(around(lines), lines.toString(), start);
                    }
                    lines = null;
                }
            }
        }
        if (lines != null) {
            unfinished(finds, start, lines);
        }
    }

    private String around(StringBuilder event) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\n"
                + (event.indexOf("TZID=") >= 0 ? zones : "")
                + event
                + "END:VCALENDAR\r\n";
    }

    private void unfinished(Finds finds, long start, StringBuilder lines) {
        finds.add(
                new Found.Refused(
                        file.path(),
                        start,
                        "This event breaks off before its end.",
                        lines.toString()));
    }
}
