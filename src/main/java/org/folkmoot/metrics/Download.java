package org.folkmoot.metrics;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// Writes rows as a CSV file (RFC 4180, UTF-8) that a spreadsheet opens without running anything in
/// it.
final class Download {

    private Download() {}

    static void grid(HttpServletResponse response, String name, Grid grid) throws IOException {
        stream(response, name, grid.heads(), sink -> grid.rows().forEach(sink));
    }

    /// @param rows is handed where to put each row; rows go out as they come
    static void stream(
            HttpServletResponse response,
            String name,
            List<Grid.Head> heads,
            Consumer<Consumer<List<Grid.Cell>>> rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name));
        try (var csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(response.getOutputStream(), StandardCharsets.UTF_8)) {
            csv.writeRecord(heads.stream().map(Grid.Head::words).toList());
            rows.accept(row -> csv.writeRecord(row.stream().map(c -> harmless(c.raw())).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// A cell that a spreadsheet would take for a formula gets a leading quote.
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
