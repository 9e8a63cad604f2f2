package org.folkmoot.metrics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.web.CsvDownload;

/// Tables as files.
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
        CsvDownload.send(
                response,
                name,
                heads.stream().map(Grid.Head::words).toList(),
                out ->
                        rows.accept(
                                row ->
                                        out.of(
                                                row.stream()
                                                        .map(Grid.Cell::raw)
                                                        .toArray(String[]::new))));
    }
}
