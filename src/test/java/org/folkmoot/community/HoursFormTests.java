package org.folkmoot.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.community.BusinessHours.Span;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class HoursFormTests {

    /// Monday as given, all other days empty.
    private static HoursForm.Outcome monday(String from, String until) {
        return read(Map.of("from.1", from, "until.1", until));
    }

    private static HoursForm.Outcome read(Map<String, String> sent) {
        return HoursForm.of(sent).read();
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 17:00, 540, 1020",
        "9, 17, 540, 1020",
        "9.30, 17:45, 570, 1065",
        "900, 1730, 540, 1050",
        "09:00:00, 17:00:00, 540, 1020",
        "22:00, 00:00, 1320, 1440",
        "00:00, 24:00, 0, 1440",
        "00:00, 00:00, 0, 1440"
    })
    void timesAreReadAsTheyAreWritten(String from, String until, int opens, int closes) {
        assertThat(monday(from, until).hours().week())
                .isEqualTo(Map.of(DayOfWeek.MONDAY, new Span(opens, closes)));
    }

    @ParameterizedTest
    @CsvSource({
        "17:00, 09:00, 'Monday ends at 09:00, which is not after its beginning at 17:00.'",
        "09:00, 09:00, 'Monday ends at 09:00, which is not after'",
        "09:00, '', Monday has no end.",
        "'', 17:00, Monday has no beginning.",
        "soon, 17:00, The time soon cannot be read. Write it like 09:00.",
        "09:60, 17:00, The time 09:60 cannot be read.",
        "25:00, 26:00, The time 25:00 cannot be read.",
        "09:00, 24:01, The time 24:01 cannot be read."
    })
    void whatWillNotDoIsSaidWhereItStands(String from, String until, String words) {
        var outcome = monday(from, until);
        assertThat(outcome.hours()).isNull();
        assertThat(outcome.wrongDays()).containsOnlyKeys(DayOfWeek.MONDAY);
        assertThat(outcome.wrongDays().get(DayOfWeek.MONDAY)).contains(words);
        assertThat(outcome.wrongWeek()).isEmpty();
    }

    @Test
    void aWeekWithoutAnyHoursIsRefused() {
        var outcome = monday("", " ");
        assertThat(outcome.hours()).isNull();
        assertThat(outcome.wrongWeek()).contains("Give at least one day its hours.");
    }

    @Test
    void holidaysAreDaysWithANameIfOneLikes() {
        var outcome =
                read(
                        Map.of(
                                "from.1",
                                "9",
                                "until.1",
                                "17",
                                "holidays",
                                " 2026-12-25  Christmas \r\n\r\n2026-01-01\n2026-12-25 again"));
        assertThat(outcome.hours().holidays())
                .containsExactly(
                        Map.entry(LocalDate.parse("2026-01-01"), ""),
                        Map.entry(LocalDate.parse("2026-12-25"), "Christmas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Christmas", "2026-02-30", "25.12.2026", "2026-12-25Christmas"})
    void aHolidayThatIsNoDayIsSaidWithItsLine(String line) {
        var outcome =
                read(Map.of("from.1", "9", "until.1", "17", "holidays", "2026-01-01\n" + line));
        assertThat(outcome.hours()).isNull();
        assertThat(outcome.wrongHolidays())
                .isEqualTo(
                        "Line 2, “%s”, does not begin with a day. Write it like 2026-12-25 or 2026-12-25 Christmas."
                                .formatted(line));
    }

    @Test
    void tooManyHolidaysAndTooLongNamesAreRefused() {
        var lines = new StringBuilder();
        for (int i = 0; i < 1001; i++) {
            lines.append(LocalDate.EPOCH.plusDays(i)).append('\n');
        }
        var sent = new HashMap<>(Map.of("from.1", "9", "until.1", "17"));
        sent.put("holidays", lines.toString());
        assertThat(read(sent).wrongHolidays()).contains("1001 holidays; at most 1000");
        sent.put("holidays", "2026-12-25 " + "x".repeat(101));
        assertThat(read(sent).wrongHolidays()).contains("up to 100 characters");
    }

    @Test
    void whatIsShownIsReadBackAsItWas() {
        var sent = new HashMap<>(Map.of("from.1", "9", "until.1", "17", "from.7", "22:00"));
        sent.put("until.7", "00:00");
        sent.put("holidays", "2026-12-25 クリスマス");
        var hours = read(sent).hours();
        var shown = HoursForm.of(hours);
        assertThat(shown.week().get(DayOfWeek.SUNDAY))
                .isEqualTo(new HoursForm.Typed("22:00", "24:00"));
        assertThat(shown.read().hours()).isEqualTo(hours);
        assertThat(hours.inWords(Locale.ENGLISH))
                .isEqualTo("Mon 09:00 to 17:00, Sun 22:00 to 24:00");
    }
}
