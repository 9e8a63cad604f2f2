package org.folkmoot.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Texts come in a line each, what is said of them goes out as a line of JSON each.
final class TextLines {

    private TextLines() {}

    /// @param file null for what is typed or piped in
    static BufferedReader read(@Nullable Path file) {
        try {
            return file == null
                    ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    : Files.newBufferedReader(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal.Unusable("There is no file %s to read.".formatted(file));
        }
    }

    static List<String> all(@Nullable Path file) {
        try (var lines = read(file)) {
            return lines.lines().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal.Unusable("The lines cannot be read as UTF-8.");
        }
    }

    static void print(Map<String, Object> said, PrintWriter out) {
        out.println(JsonMapper.shared().writeValueAsString(said));
    }

    /// To four digits.
    static double round(double number) {
        return Math.round(number * 10_000) / 10_000.;
    }
}
