package org.folkmoot.sources.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilenceTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    private static List<LocalDate> ago(int... days) {
        return IntStream.of(days).mapToObj(TODAY::minusDays).sorted().toList();
    }

    @Test
    void twiceTheLongestPauseIsUnusual() {
        assertThat(Silence.of(ago(21, 20, 18, 15, 13, 12), TODAY)).isPresent();
        assertThat(Silence.of(ago(15, 14, 12, 9, 7, 6), TODAY)).isEmpty();
    }

    @Test
    void aDayOrTwoAreNot() {
        assertThat(Silence.of(ago(9, 8, 7, 6, 5, 4, 3), TODAY))
                .hasValueSatisfying(s -> assertThat(s.words()).contains("for 3 days"));
        assertThat(Silence.of(ago(9, 8, 7, 6, 5, 4, 3, 2), TODAY)).isEmpty();
    }

    @Test
    void ofLittleNothingIsKnown() {
        assertThat(Silence.of(ago(100, 99, 98, 97), TODAY)).isEmpty();
        assertThat(Silence.of(List.of(), TODAY)).isEmpty();
    }
}
