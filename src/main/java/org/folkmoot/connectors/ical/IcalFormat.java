package org.folkmoot.connectors.ical;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// iCalendar files, one event at a time: an event that cannot be read does not cost the others.
@Component
final class IcalFormat implements Format {

    @Override
    public String name() {
        return "ical";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("icalendar", "ics");
    }

    @Override
    public String title() {
        return "iCalendar file";
    }

    @Override
    public String howToGet() {
        return """
        In your calendar's settings choose Export (Google: Settings, Import & export), or open the \
        calendar's public .ics address and save it. A zip of several calendars is fine.""";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : tree.files().stream().filter(IcalFormat::calendar).limit(5).toList()) {
            var head = new String(tree.head(file, 4096), StandardCharsets.UTF_8).replace("\0", "");
            if (head.toUpperCase(Locale.ROOT).contains("BEGIN:VCALENDAR")) {
                return true;
            }
        }
        return false;
    }

    private static boolean calendar(Tree.Entry file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(ics|ical|ifb|icalendar)");
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var told = options.getOrDefault("source", "").strip();
        var source = told.isEmpty() ? "ical" : told;
        finds.add(new Found.Origin(source, "Calendars", Markup.PLAIN));
        for (var file : tree.files()) {
            if (!calendar(file) && tree.files().size() > 1) {
                continue;
            }
            var calendar = new IcalFile(tree, file);
            calendar.lookThrough();
            var name = calendar.name();
            finds.add(Found.Place.of(source, name, name, Style.CALENDAR));
            var events = new IcalEvents(source, name, calendar, file.path(), finds);
            calendar.each(finds, events::read);
        }
    }
}
