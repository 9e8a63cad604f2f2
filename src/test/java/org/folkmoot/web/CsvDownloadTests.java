package org.folkmoot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

@NullUnmarked
class CsvDownloadTests {

    @Test
    void whatASpreadsheetWouldRunIsMadeHarmless() {
        assertThat(CsvDownload.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvDownload.harmless("@Mallory")).isEqualTo("'@Mallory");
        assertThat(CsvDownload.harmless("\tcmd")).isEqualTo("'\tcmd");
        assertThat(CsvDownload.harmless("-2+cmd|' /C calc'!A0")).startsWith("'-2+");
        assertThat(CsvDownload.harmless("山田花子")).isEqualTo("山田花子");
        assertThat(CsvDownload.harmless(null)).isEmpty();
    }

    @Test
    void aNumberStaysANumber() {
        assertThat(CsvDownload.harmless("-2")).isEqualTo("-2");
        assertThat(CsvDownload.harmless("-0.25")).isEqualTo("-0.25");
        assertThat(CsvDownload.harmless("-")).isEqualTo("'-");
    }

    @Test
    void aFileHasItsHeadsAndItsRowsQuotedWhereTheyMustBe() throws IOException {
        var response = new MockHttpServletResponse();
        CsvDownload.send(
                response,
                "people",
                List.of("name", "days"),
                row -> {
                    row.of("Ada, \"the first\"", "3");
                    row.of("=Mallory", null);
                });
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"people.csv\"");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("name,days\r\n\"Ada, \"\"the first\"\"\",3\r\n'=Mallory,\r\n");
    }
}
