package org.folkmoot.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonTimesTests {

    private static JsonNode row(String json) {
        return JsonRows.JSON.readTree(json.replace('\'', '"'));
    }

    @Test
    void timesAreReadHoweverTheyAreWritten() {
        for (var text :
                new String[] {
                    "2031-03-03T10:00:00Z",
                    "2031-03-03T10:00:00.000Z",
                    "2031-03-03T11:00:00+01:00",
                    "2031-03-03T11:00:00+0100",
                    "2031-03-03 11:00:00 +0100",
                    "2031-03-03T11:00+01:00",
                    "2031-03-03T10:00:00",
                    " 2031-03-03 10:00:00 "
                }) {
            assertThat(JsonTimes.of(text)).as(text).isEqualTo("2031-03-03T10:00:00Z");
        }
        assertThat(JsonTimes.of("2031-03-03")).isEqualTo("2031-03-03T00:00:00Z");
    }

    @Test
    void whatIsNoneIsNoneAndTheNextIsTried() {
        var row = row("{'a':null,'b':'soon','c':{'d':1},'e':'2031-03-03T10:00:00Z'}");
        assertThat(JsonTimes.at(row, "a", "b", "c", "missing")).isNull();
        assertThat(JsonTimes.at(row, "a", "b", "c", "e")).isEqualTo("2031-03-03T10:00:00Z");
        assertThat(JsonTimes.of("")).isNull();
    }
}
