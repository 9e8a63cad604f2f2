package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrailWordsTests {

    private static String more(String detail) {
        return new TrailReader.Step(1, Instant.EPOCH, "Ada", "gift sent", null, null, detail, null)
                .more();
    }

    @Test
    void whatWasNotedOfAStepReadsAsWordsWithoutWhatIsEmpty() {
        assertThat(more("{}")).isEmpty();
        assertThat(more("{\"name\": \"Lantern mug\", \"sites\": \"\", \"to_day\": 12}"))
                .isEqualTo("name: Lantern mug, to day: 12");
        assertThat(more("{\"kinds\": [\"join\"], \"was\": null}")).isEqualTo("kinds: [\"join\"]");
    }
}
