package org.folkmoot.listening;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.folkmoot.access.Visitor;

/// Corrected posts as a file to learn from.
final class TrainingFile {

    private TrainingFile() {}

    static void write(
            Lesson lesson,
            Visitor visitor,
            CorrectedPosts corrections,
            HttpServletResponse response)
            throws IOException {
        Reader.mayRead(visitor);
        response.setContentType("text/tab-separated-values;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"%s\"".formatted(lesson.file()));
        var out =
                new PrintWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        corrections.training(lesson, line -> out.append(line).append('\n'));
        out.flush();
    }
}
