package org.folkmoot.connectors.ical;

import static org.folkmoot.connectors.ical.IcalDates.date;
import static org.folkmoot.connectors.ical.IcalDates.dates;
import static org.folkmoot.connectors.ical.IcalDates.instant;
import static org.folkmoot.connectors.ical.IcalDates.moved;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Duration;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// Events as deeds of their organisers, acceptances as registrations. A series gives its dates up
/// to its end, or two years from its first, 1,000 at most: there is no clock here to say what is
/// past.
final class IcalEvents {

    private final String source;
    private final String place;
    private final IcalFile calendar;
    private final String file;
    private final Finds finds;
    private final Set<Person> said = new HashSet<>();

    /// What of the event being told is written wrongly.
    private String unread = "";

    IcalEvents(String source, String place, IcalFile calendar, String file, Finds finds) {
        this.source = source;
        this.place = place;
        this.calendar = calendar;
        this.file = file;
        this.finds = finds;
    }

    void read(String calendar, String lines, long line) {
        var found = new Found.Basket();
        try {
            var reading = IcalReading.of(calendar);
            var event = reading.event();
            unread = String.join("\n", reading.unread());
            var start = date(event, Property.DTSTART);
            if (start == null) {
                refuse(line, "This event has no start that can be read.", lines);
                return;
            }
            event(event, start, found);
        } catch (IOException | ParserException | RuntimeException e) {
            // the library throws all kinds of exceptions at events that are written wrongly
            refuse(line, "This event is not written as a calendar's events are.", lines);
            return;
        }
        found.all().forEach(finds::add);
    }

    private void event(VEvent event, Temporal start, Finds found) {
        var uid = value(event, Property.UID);
        var name =
                uid.isEmpty()
                        ? "event:"
                                + Integer.toHexString(
                                        (value(event, Property.SUMMARY) + start).hashCode())
                        : uid;
        var recurrence = value(event, Property.RECURRENCE_ID);
        if (!recurrence.isEmpty()) {
            var at = date(event, Property.RECURRENCE_ID);
            var id = name + "/" + (at == null ? recurrence : instant(at));
            one(event, id, start, found);
            registrations(event, id, at(start), found);
            return;
        }
        if (event.getProperty(Property.RRULE).isEmpty()
                && event.getProperty(Property.RDATE).isEmpty()) {
            one(event, name, start, found);
            registrations(event, name, at(start), found);
            return;
        }
        String first = null;
        for (var date : dates(event, start)) {
            if (!moved(calendar.moved(), uid, date)) {
                var id = name + "/" + instant(date);
                first = first == null ? id : first;
                one(event, id, date, found);
            }
        }
        if (first != null) {
            registrations(event, first, at(start), found); // a series is accepted once
        }
    }

    private void one(VEvent event, String id, Temporal start, Finds found) {
        var at = at(start);
        var organiser = person(event.getProperty(Property.ORGANIZER), found);
        var status = value(event, Property.STATUS);
        var changed = date(event, Property.LAST_MODIFIED);
        var deed =
                Deed.of(source, id, Kind.EVENT_ORGANISED, organiser, at)
                        .inferred(start instanceof LocalDateTime && !calendar.zoned())
                        .in(place)
                        .titled(blankToNull(value(event, Property.SUMMARY)))
                        .saying(blankToNull(value(event, Property.DESCRIPTION)))
                        .at(blankToNull(value(event, Property.URL)))
                        .edited(changed == null ? null : instant(changed))
                        .fact("status", status.toLowerCase(Locale.ROOT))
                        .fact("all_day", start instanceof LocalDate ? "true" : null);
        deed = IcalFacts.of(event, deed).fact("unread", unread);
        var end = end(event, start);
        if (end != null && event.getProperty(Property.RRULE).isEmpty()) {
            deed = deed.fact("ends", at(end).toString());
        }
        var answers = new java.util.TreeMap<String, Integer>();
        for (Property attendee : event.<Property>getProperties(Property.ATTENDEE)) {
            answers.merge(answer(attendee), 1, Integer::sum);
        }
        for (var answer : answers.entrySet()) {
            deed = deed.fact("attendees_" + answer.getKey(), String.valueOf(answer.getValue()));
        }
        found.add(deed);
        if (status.equalsIgnoreCase("CANCELLED")) {
            found.add(
                    new Mark(
                            source,
                            id,
                            Mark.What.DELETED,
                            null,
                            changed == null ? null : instant(changed)));
        }
    }

    private static @Nullable Temporal end(VEvent event, Temporal start) {
        var end = date(event, Property.DTEND);
        var takes = event.getProperty(Property.DURATION);
        if (end == null && takes.isPresent() && takes.get() instanceof Duration duration) {
            return start instanceof LocalDate day
                    ? day.atStartOfDay(ZoneOffset.UTC).plus(duration.getDuration())
                    : start.plus(duration.getDuration());
        }
        return end;
    }

    /// A time without a zone is where the calendar says that it is.
    private Instant at(Temporal temporal) {
        return temporal instanceof LocalDateTime floating
                ? floating.atZone(calendar.zone()).toInstant()
                : instant(temporal);
    }

    private void registrations(VEvent event, String id, Instant at, Finds found) {
        var stamp = date(event, Property.CREATED);
        var known = stamp == null ? date(event, Property.DTSTAMP) : stamp;
        var when = known == null || instant(known).isAfter(at) ? at : instant(known);
        for (Property attendee : event.<Property>getProperties(Property.ATTENDEE)) {
            var who = person(Optional.of(attendee), found);
            if (who != null && answer(attendee).equals("accepted")) {
                found.add(
                        Deed.of(source, id + "/accepted/" + who, Kind.REGISTRATION, who, when)
                                .inferred(true)
                                .in(place)
                                .under(id)
                                .titled(blankToNull(value(event, Property.SUMMARY))));
            }
        }
    }

    private static String answer(Property attendee) {
        return parameter(attendee, "PARTSTAT")
                .orElse("needs_action")
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
    }

    /// The person a calendar address names; rooms and other resources are nobody.
    private @Nullable String person(Optional<? extends Property> address, Finds found) {
        if (address.isEmpty()) {
            return null;
        }
        var property = address.get();
        var type = parameter(property, "CUTYPE").orElse("INDIVIDUAL");
        var email = property.getValue().replaceFirst("(?i)^mailto:", "").strip();
        if (email.isEmpty() || type.equalsIgnoreCase("ROOM") || type.equalsIgnoreCase("RESOURCE")) {
            return null;
        }
        var id = email.toLowerCase(Locale.ROOT);
        var person =
                Person.of(source, id)
                        .with(Field.NAME, parameter(property, "CN").orElse(null))
                        .with(Field.EMAIL, email.contains("@") ? email : null);
        if (said.add(person)) {
            found.add(person);
        }
        return id;
    }

    private static Optional<String> parameter(Property property, String name) {
        return property.getParameter(name).map(p -> p.getValue());
    }

    private static String value(VEvent event, String name) {
        var property = event.getProperty(name);
        var value = property.map(Property::getValue).orElse("");
        return value == null ? "" : value.strip();
    }

    private void refuse(long line, String reason, String raw) {
        finds.add(new Found.Refused(file, line, reason, raw));
    }

    private static @Nullable String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
