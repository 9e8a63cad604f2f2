package org.folkmoot.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final QuietHours NIGHT = new QuietHours(20 * 60, 8 * 60, _ -> false);

    @ParameterizedTest
    @CsvSource({
        // summer time begins in Berlin on 28 March 2027: the night has one hour less
        "Europe/Berlin, 2027-03-27T22:30:00Z, 2027-03-28T06:00:00Z",
        // and ends on 31 October 2027: one more
        "Europe/Berlin, 2027-10-30T21:30:00Z, 2027-10-31T07:00:00Z",
        "Asia/Tokyo, 2027-06-01T12:00:00Z, 2027-06-01T23:00:00Z",
        "America/New_York, 2027-06-01T11:59:59Z, 2027-06-01T12:00:00Z",
        "Asia/Kathmandu, 2027-06-01T14:15:00Z, 2027-06-02T02:15:00Z",
    })
    void theNightEndsByHerOwnClock(ZoneId zone, Instant now, Instant over) {
        assertThat(NIGHT.over(now, zone)).contains(over);
    }

    @Test
    void theDayIsNotQuiet() {
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(NIGHT.over(Instant.parse("2027-06-01T06:00:00Z"), berlin)).isEmpty();
        assertThat(NIGHT.over(Instant.parse("2027-06-01T17:59:59Z"), berlin)).isEmpty();
        assertThat(NIGHT.over(Instant.parse("2027-06-01T18:00:00Z"), berlin)).isPresent();
    }

    @Test
    void anEndThatTheClockSkipsComesAfterTheGap() {
        var early = new QuietHours(0, 150, _ -> false); // until 02:30, which is not there that day
        assertThat(early.over(Instant.parse("2027-03-28T00:30:00Z"), ZoneId.of("Europe/Berlin")))
                .contains(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void aWeekendIsLeftOutAsAWhole() {
        var off =
                new QuietHours(
                        20 * 60, 8 * 60, day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(off.over(ZonedDateTime.of(2027, 6, 4, 21, 0, 0, 0, berlin).toInstant(), berlin))
                .contains(ZonedDateTime.of(2027, 6, 7, 8, 0, 0, 0, berlin).toInstant());
    }

    @Test
    void noQuietHoursHoldNothing() {
        assertThat(
                        new QuietHours(480, 480, _ -> false)
                                .over(Instant.EPOCH, ZoneId.of("Europe/Berlin")))
                .isEmpty();
    }

    @Test
    void whatItNamesIsNeverQuietItselfAndNeverLaterThanItMust() {
        var random = new Random(7);
        // not ZoneId's own list: whoever reads a calendar adds zones to it that have no rules
        var zones = Stream.of(TimeZone.getAvailableIDs()).filter(id -> id.contains("/")).toList();
        for (int i = 0; i < 3000; i++) {
            var hours = new QuietHours(random.nextInt(1440), random.nextInt(1440), _ -> false);
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var now = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
            var over = hours.over(now, zone);
            over.ifPresent(
                    at -> {
                        assertThat(at).isAfter(now);
                        assertThat(hours.over(at, zone)).as("%s %s", zone, at).isEmpty();
                        assertThat(hours.over(at.minusSeconds(1), zone)).isEqualTo(Optional.of(at));
                    });
        }
    }
}
