package org.folkmoot.listening;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.AnsweredBefore;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Below what began a conversation: whether it counts as a question, and where it may have been
/// answered before.
@Controller
@Needs(Permission.SEE_ACTIVITY)
class ThreadPart {

    private static final int ROWS = 3;

    private final Beginnings beginnings;
    private final AnsweredBefore answered;
    private final ModelSettings models;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ThreadPart(
            Beginnings beginnings,
            AnsweredBefore answered,
            ModelSettings models,
            Frames frames,
            Html html,
            Clock clock) {
        this.beginnings = beginnings;
        this.answered = answered;
        this.models = models;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static PagePart whatAThreadAsks() {
        return new PagePart(
                PagePart.Place.THREAD,
                10,
                "Whether it asks, and answers given before",
                "/listening/thread/{thread}",
                Permission.SEE_ACTIVITY);
    }

    /// @param thread which it is
    /// @param begun null when it is nothing that may ask
    /// @param drafts whether there is a language model to draft with, and this reader may
    record Asked(
            Desk desk,
            Reader reader,
            long thread,
            Beginnings.@Nullable Begun begun,
            List<AnsweredBefore.Earlier> earlier,
            boolean drafts) {

        String draft(String what) {
            return "%s/listening/draft/%d/%s".formatted(reader.home(), thread, what);
        }

        String correct() {
            return "%s/listening/%d?back=thread"
                    .formatted(reader.home(), begun == null ? 0 : begun.id());
        }

        /// "Counts as a question, by its words."
        String counts() {
            var it = begun;
            return it == null
                    ? ""
                    : "Counts as %s, %s."
                            .formatted(
                                    it.asks() ? "a question" : "no question",
                                    it.said()
                                            ? "as you said"
                                            : it.read()
                                                    ? "by its words"
                                                    : it.asks()
                                                            ? "as it has a question mark; it was not read yet"
                                                            : "as it has no question mark; it was not read yet");
        }
    }

    @GetMapping("/c/{slug}/listening/thread/{id:[0-9]+}")
    View show(Visitor visitor, @PathVariable long id) {
        var begun = beginnings.of(id).orElse(null);
        return html.render(
                "listening/asked",
                new Asked(
                        frames.desk("Whether it asks", ""),
                        Reader.of(visitor, clock),
                        id,
                        begun == null || !begun.judged() ? null : begun,
                        begun == null || !begun.starts()
                                ? List.of()
                                : answered.of(List.of(id), ROWS).getOrDefault(id, List.of()),
                        begun != null
                                && visitor.may(Permission.EDIT_PEOPLE)
                                && models.model() != null));
    }
}
