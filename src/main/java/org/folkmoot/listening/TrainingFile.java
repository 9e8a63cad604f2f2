package org.folkmoot.listening;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.folkmoot.access.Visitor;

/// Corrected posts as the file that `./folkmoot language learn` reads.
final class TrainingFile {

    private TrainingFile() {}

    static void write(Visitor visitor, CorrectedPosts corrections, HttpServletResponse response)
            throws IOException {
        Reader.mayRead(visitor);
        response.setContentType("text/tab-separated-values;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"judged.tsv\"");
        var out =
                new PrintWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        corrections.training(line -> out.append(line).append('\n'));
        out.flush();
    }
}
