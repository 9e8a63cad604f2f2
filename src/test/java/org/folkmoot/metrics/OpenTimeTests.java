package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Random;
import java.util.TreeMap;
import org.folkmoot.community.BusinessHours;
import org.folkmoot.community.BusinessHours.Span;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class OpenTimeTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Duration between(String from, String to) {
        return between(BusinessHours.USUAL, from, to);
    }

    /// Local times in Berlin, asked of the year 2026.
    private static Duration between(BusinessHours hours, String from, String to) {
        var open =
                new OpenTime(
                        hours,
                        BERLIN,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"));
        return Duration.ofNanos(1000 * open.between(micros(from), micros(to)));
    }

    private static long micros(String local) {
        return Census.micros(LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    }

    @Test
    void withinADayItIsTheTimeThatPassed() {
        assertThat(between("2026-03-09T10:00", "2026-03-09T10:20")).hasMinutes(20);
    }

    @Test
    void aNightAndAWeekendTakeNoTime() {
        // Friday at half past four until Monday at half past nine
        assertThat(between("2026-03-06T16:30", "2026-03-09T09:30")).hasMinutes(60);
    }

    @Test
    void whatBeginsAndEndsOutsideOfTheHoursTakesNone() {
        assertThat(between("2026-03-06T17:00", "2026-03-09T09:00")).isZero();
        assertThat(between("2026-03-07T10:00", "2026-03-07T20:00")).isZero();
    }

    @Test
    void whatLastsAYearIsAddedUp() {
        // 261 weekdays from Thursday to Thursday
        assertThat(between("2026-01-01T01:00", "2026-12-31T23:00")).hasHours(261 * 8);
    }

    @Test
    void nothingEndsBeforeItBegins() {
        assertThat(between("2026-03-09T10:00", "2026-03-09T09:30")).isZero();
    }

    @Test
    void aHolidayHasNoHours() {
        var hours =
                new BusinessHours(
                        BusinessHours.USUAL.week(),
                        new TreeMap<>(java.util.Map.of(LocalDate.parse("2026-12-25"), "Christmas")),
                        true);
        assertThat(between(hours, "2026-12-24T16:00", "2026-12-28T10:00")).hasHours(2);
        assertThat(between("2026-12-24T16:00", "2026-12-28T10:00")).hasHours(10);
    }

    @Test
    void aShopThatIsOpenAllNightHasAnHourLessWhenTheClocksGoForward() {
        var week = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        week.put(DayOfWeek.SUNDAY, new Span(0, Span.DAY));
        var hours = new BusinessHours(week, new TreeMap<>(), true);
        assertThat(between(hours, "2026-03-29T00:00", "2026-03-30T00:00")).hasHours(23);
        assertThat(between(hours, "2026-10-25T00:00", "2026-10-26T00:00")).hasHours(25);
        assertThat(between(hours, "2026-10-18T00:00", "2026-10-19T00:00")).hasHours(24);
    }

    /// The clock of each zone changes in the days after the date given, at two in the night, at
    /// midnight, by half an hour, by a whole day, or never.
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-24",
        "Europe/Berlin, 2026-10-20",
        "America/Havana, 2025-03-04",
        "Australia/Lord_Howe, 2025-04-01",
        "Pacific/Apia, 2011-12-26",
        "Asia/Kathmandu, 2026-06-01"
    })
    void itIsWhatCountingEachMinuteGives(ZoneId zone, LocalDate date) {
        var random = new Random(42);
        for (int round = 0; round < 40; round++) {
            var hours = random(random, date);
            var from = date.atStartOfDay(zone).toInstant();
            var open = new OpenTime(hours, zone, from, from.plus(Duration.ofDays(12)));
            for (int wait = 0; wait < 5; wait++) {
                var begin = from.plusSeconds(60L * random.nextInt(12 * 24 * 60));
                var end = begin.plusSeconds(60L * random.nextInt(8 * 24 * 60));
                var last = from.plus(Duration.ofDays(12));
                end = end.isAfter(last) ? last : end;
                assertThat(open.between(Census.micros(begin), Census.micros(end)))
                        .as("%s to %s, %s", begin, end, hours)
                        .isEqualTo(60_000_000L * minutes(hours, zone, begin, end));
            }
        }
    }

    private static BusinessHours random(Random random, LocalDate date) {
        var week = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(5) != 0) {
                // often about the hours in which clocks change
                int opens = random.nextInt(random.nextBoolean() ? 180 : Span.DAY);
                week.put(day, new Span(opens, opens + 1 + random.nextInt(Span.DAY - opens)));
            }
        }
        var holidays = new TreeMap<LocalDate, String>();
        if (random.nextInt(3) == 0) {
            holidays.put(date.plusDays(random.nextInt(12)), "Lantern day");
        }
        return new BusinessHours(week, holidays, true);
    }

    private static long minutes(BusinessHours hours, ZoneId zone, Instant begin, Instant end) {
        long minutes = 0;
        for (var at = begin; at.isBefore(end); at = at.plusSeconds(60)) {
            var local = at.atZone(zone);
            var span = hours.on(local.toLocalDate());
            int minute = local.getHour() * 60 + local.getMinute();
            minutes += span != null && minute >= span.opens() && minute < span.closes() ? 1 : 0;
        }
        return minutes;
    }

    @Test
    void secondsCountToo() {
        assertThat(between("2026-03-09T08:59:30", "2026-03-09T09:00:15")).hasSeconds(15);
        assertThat(between("2026-03-09T16:59:59.5", "2026-03-09T18:00")).hasMillis(500);
    }

    @Test
    void hoursAreSaidShortly() {
        assertThat(BusinessHours.USUAL.inWords(java.util.Locale.ENGLISH))
                .isEqualTo("Mon to Fri 09:00 to 17:00");
    }
}
