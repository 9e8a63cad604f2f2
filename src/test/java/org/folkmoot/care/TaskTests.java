package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTests {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDate MARCH = LocalDate.of(2026, 3, 29); // the clocks go forward

    @Test
    void aDayIsLateWhenItIsOverByTheClockOfTheCommunity() {
        var due = new Task.Due(MARCH, null);
        assertThat(due.late(Instant.parse("2026-03-29T21:59:59Z"), BERLIN)).isFalse();
        assertThat(due.late(Instant.parse("2026-03-29T22:00:00Z"), BERLIN)).isTrue();
    }

    @Test
    void aTimeIsLateAtThatTime() {
        var due = new Task.Due(MARCH, LocalTime.of(14, 30));
        assertThat(due.late(Instant.parse("2026-03-29T12:29:59Z"), BERLIN)).isFalse();
        assertThat(due.late(Instant.parse("2026-03-29T12:30:00Z"), BERLIN)).isTrue();
        assertThat(due.today(Instant.parse("2026-03-29T12:30:00Z"), BERLIN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29,today",
        "2026-03-30,tomorrow",
        "2026-03-28,yesterday",
        "2026-03-24,5 days ago",
        "2026-05-01,1 May 2026"
    })
    void aDayIsSaidAsPeopleSayIt(LocalDate day, String words) {
        assertThat(
                        new Task.Due(day, null)
                                .words(Instant.parse("2026-03-29T09:00:00Z"), BERLIN, Locale.UK))
                .isEqualTo(words);
    }

    @Test
    void whatIsTypedBecomesADayOrASentence() {
        assertThat(Task.Due.of("", "")).isNull();
        assertThat(Objects.requireNonNull(Task.Due.of("2026-03-29", "14:30")).time())
                .isEqualTo(LocalTime.of(14, 30));
        for (var bad :
                new String[][] {
                    {"soon", ""}, {"", "12:00"}, {"9999-01-01", ""}, {"2026-03-29", "noon"}
                }) {
            assertThatThrownBy(() -> Task.Due.of(bad[0], bad[1]))
                    .isInstanceOf(Refusal.Unusable.class);
        }
    }

    @Test
    void aTextIsOneLineOfUpTo500Characters() {
        assertThat(Task.usable(" Ask\nher\0 ")).isEqualTo("Ask her");
        assertThatThrownBy(() -> Task.usable(" \0 ")).isInstanceOf(Refusal.Unusable.class);
        assertThatThrownBy(() -> Task.usable("x".repeat(501))).isInstanceOf(Refusal.Unusable.class);
    }
}
