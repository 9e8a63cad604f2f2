package org.folkmoot.listening;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.web.CsvDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Themes as a table to keep.
@Controller
@Needs(Permission.SEE_ACTIVITY)
class ThemesCsv {

    private final Reading reading;

    ThemesCsv(Reading reading) {
        this.reading = reading;
    }

    @GetMapping("/c/{slug}/themes.csv")
    void download(
            HttpServletResponse response,
            @RequestParam(defaultValue = "questions") String about,
            @RequestParam(defaultValue = "90") int window)
            throws IOException {
        var shelf = Shelf.of(about);
        var read = reading.of(shelf, ThemesPage.usable(window));
        CsvDownload.send(
                response,
                "themes-%s-%d".formatted(shelf.key(), window),
                List.of(
                        "Theme",
                        "Words",
                        "People",
                        "People before",
                        "New people",
                        "Posts",
                        "Pinned",
                        "Ignored",
                        "For example"),
                rows ->
                        read.themes().stream()
                                .filter(theme -> theme.people() >= shelf.people())
                                .forEach(
                                        theme ->
                                                rows.of(
                                                        theme.title(),
                                                        theme.label(),
                                                        Long.toString(theme.people()),
                                                        Long.toString(theme.peopleBefore()),
                                                        Long.toString(theme.newcomers()),
                                                        Long.toString(theme.posts()),
                                                        theme.pinned() ? "yes" : "",
                                                        theme.ignored() ? "yes" : "",
                                                        theme.samples().isEmpty()
                                                                ? ""
                                                                : theme.samples()
                                                                        .getFirst()
                                                                        .words())));
    }
}
