package org.folkmoot.care;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Tasks as a calendar (RFC 5545): events, because few calendars show to-dos. One without a time is
/// a whole day, one with a time half an hour. Names of members stay out: whoever keeps the calendar
/// sees it all.
final class TaskCalendar {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /// Longer than any line of ours: the library would cut by characters, and pairs of them apart.
    private static final int UNFOLDED = 10_000;

    private TaskCalendar() {}

    /// @param name as calendars show it
    /// @param home of the community on the web, with scheme and host
    static String of(String name, List<Task> tasks, ZoneId zone, String home) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Folkmoot//Tasks//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        tasks.forEach(task -> calendar.add(event(task, zone, home)));
        try (var out = new StringWriter()) {
            new CalendarOutputter(false, UNFOLDED).output(calendar, out);
            return FoldedLines.of(out.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(Task task, ZoneId zone, String home) {
        var due = Objects.requireNonNull(task.due());
        var time = due.time();
        var event =
                time == null
                        ? new VEvent(due.day(), due.day().plusDays(1), task.text())
                        : new VEvent(
                                due.day().atTime(time).atZone(zone).toInstant(),
                                HALF_AN_HOUR,
                                task.text());
        var address = home + "/tasks/" + task.id();
        event.removeIf(property -> property instanceof DtStamp);
        event.add(new DtStamp(task.changedAt()));
        event.add(new LastModified(task.changedAt()));
        event.add(new Uid("task-%d@%s".formatted(task.id(), URI.create(address).getHost())));
        event.add(new Sequence(task.sequence()));
        event.add(new Url(URI.create(address)));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
