package org.folkmoot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the examples its authors publish.
class VaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".8316 | VADER is smart, handsome, and funny.",
                ".8439 | VADER is smart, handsome, and funny!",
                ".8545 | VADER is very smart, handsome, and funny.",
                ".9227 | VADER is VERY SMART, handsome, and FUNNY.",
                ".9342 | VADER is VERY SMART, handsome, and FUNNY!!!",
                "-.7424 | VADER is not smart, handsome, nor funny.",
                ".431 | At least it isn't a horrible book.",
                ".4404 | The book was good.",
                ".3832 | The book was kind of good.",
                "0 | The book was only a book."
            })
    void scoresAsItsAuthorsSay(double compound, String text) {
        assertThat(Vader.of(text).compound()).isCloseTo(compound, within(5e-4));
    }
}
