package org.folkmoot.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table for somebody to keep: a CSV file (RFC 4180, UTF-8) that a spreadsheet opens without
/// running anything in it. Rows go out as they come.
public final class CsvDownload {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private CsvDownload() {}

    /// Takes a row; a cell that is null stays empty.
    @FunctionalInterface
    public interface Row {
        void of(@Nullable String... cells);
    }

    /// @param name of the file, without its ending
    /// @param rows is handed where to put each row
    public static void send(
            HttpServletResponse response, String name, List<String> heads, Consumer<Row> rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name));
        try (var csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(response.getOutputStream(), StandardCharsets.UTF_8)) {
            csv.writeRecord(heads);
            rows.accept(
                    cells ->
                            csv.writeRecord(
                                    Arrays.stream(cells).map(CsvDownload::harmless).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// A cell that a spreadsheet would take for a formula gets a leading quote; a number stays one.
    public static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 && !NUMBER.matcher(cell).matches()
                ? "'" + cell
                : cell;
    }
}
