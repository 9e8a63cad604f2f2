package org.folkmoot.sources.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.sources.Sources;
import org.folkmoot.web.CsvDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A connection's figures as a file.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections/{id}")
class FiguresPage {

    private final Figures figures;
    private final Sources sources;

    FiguresPage(Figures figures, Sources sources) {
        this.figures = figures;
        this.sources = sources;
    }

    /// @param name empty for all
    @GetMapping("/figures.csv")
    void file(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response)
            throws IOException {
        var source = sources.get(id).id();
        var asked =
                new Figures.Asked(
                        LocalDate.EPOCH, LocalDate.of(9999, 12, 31), name, Figures.After.NONE);
        CsvDownload.send(
                response,
                "figures-" + source,
                List.of("Day", "Name", "Of", "Value"),
                row -> figures.each(source, asked, one -> row.of(cells(one))));
    }

    private static String[] cells(Figures.One one) {
        return new String[] {
            one.day().toString(),
            one.name(),
            one.of().entrySet().stream()
                    .map(part -> part.getKey() + ": " + part.getValue())
                    .collect(Collectors.joining(", ")),
            one.value().toPlainString()
        };
    }
}
