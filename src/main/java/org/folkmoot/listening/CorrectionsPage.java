package org.folkmoot.listening;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// All that was said by hand of posts, and the file to learn from.
@Controller
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping("/c/{slug}/listening")
class CorrectionsPage {

    private static final int ROWS = 50;

    private final CorrectedPosts corrections;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    CorrectionsPage(CorrectedPosts corrections, Frames frames, Html html, Clock clock) {
        this.corrections = corrections;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Sheet(
            Desk desk,
            Reader reader,
            List<CorrectedPosts.Correction> rows,
            CorrectedPosts.Count count,
            @Nullable Pager pager) {}

    @GetMapping
    View show(Visitor visitor, @RequestParam(defaultValue = "") String cursor) {
        var from = Cursor.of(cursor);
        var rows = corrections.list(from.at(), from.id(), ROWS + 1);
        var shown = rows.stream().limit(ROWS).toList();
        return html.render(
                "listening/corrections",
                new Sheet(
                        frames.desk(
                                "Corrected posts",
                                "What people said of posts instead of what was read out of them."),
                        Reader.of(visitor, clock),
                        shown,
                        corrections.count(),
                        rows.size() > ROWS
                                ? new Pager(
                                        "",
                                        null,
                                        "/c/%s/listening?cursor=%s"
                                                .formatted(
                                                        visitor.community().slug(),
                                                        Cursor.after(shown)))
                                : null));
    }

    @GetMapping("/training.tsv")
    @Needs(Permission.EXPORT)
    void training(Visitor visitor, HttpServletResponse response) throws IOException {
        TrainingFile.write(Lesson.TONE, visitor, corrections, response);
    }

    @GetMapping("/questions.tsv")
    @Needs(Permission.EXPORT)
    void questions(Visitor visitor, HttpServletResponse response) throws IOException {
        TrainingFile.write(Lesson.QUESTIONS, visitor, corrections, response);
    }
}
