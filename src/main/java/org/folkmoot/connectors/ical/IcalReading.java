package org.folkmoot.connectors.ical;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/// An event taken apart. A line that is written wrongly does not cost the event, unless it is the
/// one that says when: it is left out and told.
///
/// @param unread the lines that were left out
record IcalReading(VEvent event, List<String> unread) {

    private static final int MOST_UNREAD = 20;
    private static final Pattern ZONES =
            Pattern.compile("(?is)BEGIN:VTIMEZONE.*?END:VTIMEZONE\\r?\\n");
    private static final Pattern WHOLE_DAYS =
            Pattern.compile("(?m)^DTSTART(?:;VALUE=DATE)?:\\d{8}\r?$");
    private static final Pattern SECONDS = Pattern.compile("(?m)^DURATION:PT(\\d{1,9})S(?=\r?$)");

    static IcalReading of(String calendar) throws IOException, ParserException {
        var told = WHOLE_DAYS.matcher(calendar).find() ? inDays(calendar) : calendar;
        try {
            return new IcalReading(built(told), List.of());
        } catch (ParserException e) {
            return mended(told);
        }
    }

    /// Whole days that are said to last for seconds, as Google once wrote them: no rule of
    /// dates can be followed with those.
    private static String inDays(String calendar) {
        return SECONDS.matcher(calendar)
                .replaceAll(
                        found -> {
                            var seconds = Long.parseLong(found.group(1));
                            return seconds % 86_400 == 0
                                    ? "DURATION:P%dD".formatted(seconds / 86_400)
                                    : found.group();
                        });
    }

    /// The library tells the line, once no line goes on in the next.
    private static IcalReading mended(String calendar) throws IOException, ParserException {
        var lines =
                new ArrayList<>(
                        Arrays.asList(calendar.replaceAll("\r\n[ \t]", "").split("\r\n", -1)));
        var unread = new ArrayList<String>();
        while (true) {
            try {
                return new IcalReading(built(String.join("\r\n", lines)), unread);
            } catch (ParserException e) {
                var at = e.getLineNo() - 1;
                if (at < 0
                        || at >= lines.size()
                        || unread.size() == MOST_UNREAD
                        || lines.get(at)
                                .matches("(?i)(BEGIN|END|DTSTART|UID|RECURRENCE-ID)\\b.*")) {
                    return withoutZones(calendar, e);
                }
                unread.add(lines.remove(at));
            }
        }
    }

    /// Zones are known by their names too, where what a file says of them is written wrongly.
    private static IcalReading withoutZones(String calendar, ParserException why)
            throws IOException, ParserException {
        var bare = ZONES.matcher(calendar).replaceAll("");
        if (bare.equals(calendar)) {
            throw why;
        }
        return of(bare);
    }

    private static VEvent built(String calendar) throws IOException, ParserException {
        return new CalendarBuilder()
                .build(new StringReader(calendar))
                .<VEvent>getComponents(Component.VEVENT)
                .getFirst();
    }
}
