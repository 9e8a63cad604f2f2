package org.folkmoot.connectors.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcalFormatTests {

    @TempDir Path folder;

    private Basket read(String events) throws IOException {
        var path =
                Given.file(
                        folder,
                        "c.ics",
                        ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\nX-WR-CALNAME:Tea circle\n"
                                        + events
                                        + "END:VCALENDAR\n")
                                .replace("\n", "\r\n"));
        assertThat(Given.recognises(new IcalFormat(), path)).isTrue();
        return Given.read(new IcalFormat(), path);
    }

    @Test
    void whatElseAnEventTellsIsKept() throws IOException {
        var event =
                read("""
                                X-WR-TIMEZONE:Europe/Berlin
                                BEGIN:VEVENT
                                UID:e9
                                DTSTAMP:20240101T000000Z
                                DTSTART:20240701T180000
                                DURATION:PT1H30M
                                SUMMARY:Tea
                                GEO:52.5;13.4
                                CATEGORIES:Tea,Talk
                                CATEGORIES:Summer
                                COMMENT:Bring a chair
                                ATTACH;FILENAME=plan.pdf:https://example.org/f/1
                                ATTACH:https://example.org/files/map.png?x=1
                                END:VEVENT
                                """)
                        .all(Deed.class)
                        .getFirst();
        assertThat(event.at()).isEqualTo("2024-07-01T16:00:00Z");
        assertThat(event.inferred()).isFalse();
        assertThat(event.files()).containsExactly("plan.pdf", "map.png");
        assertThat(event.facts())
                .containsEntry("ends", "2024-07-01T17:30:00Z")
                .containsEntry("geo", "52.5;13.4")
                .containsEntry("categories", "Tea,Talk,Summer")
                .containsEntry("comment", "Bring a chair");
    }

    @Test
    void aLineThatIsWrittenWronglyDoesNotCostTheEvent() throws IOException {
        var found =
                read(
                        """
                        BEGIN:VEVENT
                        UID:e1
                        DTSTAMP:20240101T000000Z
                        DTSTART:20240201T180000Z
                        DTEND:20240201T1900
                        GEO:;
                        SUMMARY:Tea
                         \\, and talk
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:e2
                        DTSTAMP:20240101T000000Z
                        DTSTART:20021225
                        DURATION:PT86400S
                        RRULE:FREQ=YEARLY;UNTIL=20041224;INTERVAL=1;BYMONTH=12
                        SUMMARY:Holiday
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:e3
                        DTSTAMP:20240101T000000Z
                        DTSTART:20240203T180000Z
                        RDATE;VALUE=PERIOD:20240301T090000Z/20240301T123000Z
                        SUMMARY:Twice
                        END:VEVENT
                        """);
        assertThat(found.all(Refused.class)).isEmpty();
        assertThat(found.all(Deed.class))
                .extracting(Deed::title)
                .containsExactly("Tea, and talk", "Holiday", "Holiday", "Twice");
        assertThat(found.all(Deed.class).getFirst().facts())
                .containsEntry("unread", "DTEND:20240201T1900\nGEO:;");
    }

    @Test
    void aZoneThatIsWrittenWronglyIsKnownByItsName() throws IOException {
        var found =
                read(
                        """
                        BEGIN:VTIMEZONE
                        X-INVALID-TIMEZONE:TRUE
                        END:VTIMEZONE
                        BEGIN:VEVENT
                        UID:e1
                        DTSTAMP:20240101T000000Z
                        DTSTART;TZID=America/Los_Angeles:20121002T100000
                        SUMMARY:Tea
                        END:VEVENT
                        """);
        assertThat(found.all(Refused.class)).isEmpty();
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.at()).isEqualTo("2012-10-02T17:00:00Z"));
    }

    @Test
    void anEventIsItsOrganisersAndAcceptancesAreRegistrations() throws IOException {
        var found =
                read(
                        """
                        BEGIN:VEVENT
                        UID:e1
                        DTSTAMP:20240101T000000Z
                        DTSTART:20240201T180000Z
                        DTEND:20240201T190000Z
                        SUMMARY:Tea\\, and talk
                        DESCRIPTION:Bring
                          cups
                        LOCATION:Room 1
                        ORGANIZER;CN=Ada L:mailto:Ada@example.org
                        ATTENDEE;CN=Grace;PARTSTAT=ACCEPTED:mailto:grace@example.org
                        ATTENDEE;CN=Linus;PARTSTAT=DECLINED:mailto:linus@example.org
                        ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@example.org
                        END:VEVENT
                        """);

        var event = found.all(Deed.class).getFirst();
        assertThat(event.kind()).isEqualTo(Kind.EVENT_ORGANISED);
        assertThat(event.who()).isEqualTo("ada@example.org");
        assertThat(event.title()).isEqualTo("Tea, and talk");
        assertThat(event.text()).isEqualTo("Bring cups");
        assertThat(event.at()).isEqualTo(Instant.parse("2024-02-01T18:00:00Z"));
        assertThat(event.facts())
                .containsEntry("ends", "2024-02-01T19:00:00Z")
                .containsEntry("attendees_declined", "1")
                .containsEntry("location", "Room 1");
        var accepted = found.all(Deed.class).getLast();
        assertThat(accepted.kind()).isEqualTo(Kind.REGISTRATION);
        assertThat(accepted.parent()).isEqualTo("e1");
        assertThat(accepted.at()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(accepted.inferred()).isTrue();
        assertThat(found.all(Deed.class)).hasSize(2);
        assertThat(found.all(Person.class))
                .extracting(p -> p.fields().get("name"))
                .containsExactly("Ada L", "Grace", "Linus");
        assertThat(found.all(Place.class)).extracting(Place::name).containsExactly("Tea circle");
    }

    @Test
    void aSeriesGivesItsDatesWithoutThoseLeftOutOrMoved() throws IOException {
        var found =
                read(
                        """
                        BEGIN:VTIMEZONE
                        TZID:Tea Time
                        BEGIN:STANDARD
                        DTSTART:19700101T000000
                        TZOFFSETFROM:+0300
                        TZOFFSETTO:+0300
                        END:STANDARD
                        END:VTIMEZONE
                        BEGIN:VEVENT
                        UID:s
                        DTSTART;TZID=Europe/Berlin:20240318T190000
                        RRULE:FREQ=WEEKLY;COUNT=5
                        EXDATE;TZID=Europe/Berlin:20240325T190000
                        SUMMARY:Weekly
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:s
                        RECURRENCE-ID;TZID=Europe/Berlin:20240401T190000
                        DTSTART;TZID=Europe/Berlin:20240402T200000
                        SUMMARY:Weekly, moved
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:z
                        DTSTART;TZID=Tea Time:20240101T120000
                        END:VEVENT
                        """);

        assertThat(found.all(Refused.class)).isEmpty();
        assertThat(found.all(Deed.class))
                .extracting(Deed::id)
                .containsExactly(
                        "s/2024-03-18T18:00:00Z",
                        "s/2024-04-08T17:00:00Z",
                        "s/2024-04-15T17:00:00Z",
                        "s/2024-04-01T17:00:00Z",
                        "z");
        assertThat(found.all(Deed.class).get(3).at())
                .isEqualTo(Instant.parse("2024-04-02T18:00:00Z"));
        assertThat(found.all(Deed.class).get(4).at())
                .isEqualTo(Instant.parse("2024-01-01T09:00:00Z"));
    }

    @Test
    void anEndlessSeriesEndsAfterTwoYears() throws IOException {
        var found =
                read(
                        """
                        BEGIN:VEVENT
                        UID:d
                        DTSTART:20240101T100000
                        RRULE:FREQ=DAILY
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:sec
                        DTSTART:20240101T100000Z
                        RRULE:FREQ=MONTHLY
                        END:VEVENT
                        """);

        assertThat(found.all(Deed.class))
                .filteredOn(d -> d.id().startsWith("d/"))
                .hasSizeBetween(700, 735)
                .allMatch(Deed::inferred);
        assertThat(found.all(Deed.class))
                .filteredOn(d -> d.id().startsWith("sec/"))
                .hasSizeBetween(24, 25);
    }

    @Test
    void wholeDaysCancellationsAndBrokenEvents() throws IOException {
        var found =
                read(
                        """
                        BEGIN:VEVENT
                        UID:day
                        DTSTART;VALUE=DATE:20240501
                        STATUS:CANCELLED
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:bad
                        DTSTART:yesterday
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:none
                        SUMMARY:No start
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:cut
                        BEGIN:VEVENT
                        UID:ok
                        DTSTART:20240502T100000Z
                        END:VEVENT
                        """);

        assertThat(found.all(Deed.class)).extracting(Deed::id).containsExactly("day", "ok");
        assertThat(found.all(Deed.class).getFirst().at())
                .isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(found.all(Mark.class)).extracting(Mark::id).containsExactly("day");
        assertThat(found.all(Refused.class))
                .extracting(Refused::line)
                .containsExactly(10L, 14L, 18L);
    }
}
