package org.folkmoot.orbit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes rows as a CSV file (RFC 4180, UTF-8). Its cells are our own words and numbers, never what
/// people wrote.
final class Csv {

    private Csv() {}

    static void write(
            HttpServletResponse response, String name, List<String> heads, List<List<String>> rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name));
        try (var csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(response.getOutputStream(), StandardCharsets.UTF_8)) {
            csv.writeRecord(heads);
            rows.forEach(csv::writeRecord);
        }
    }
}
