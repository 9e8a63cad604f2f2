package org.folkmoot.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.CsvDownload;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What was done here, by whom and when: to read, filter and take along.
@Controller
@Needs(Permission.SEE_TRAIL)
class TrailPage {

    private static final int PAGE = 50;

    private final TrailReader trail;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TrailPage(TrailReader trail, Frames frames, Html html, Clock clock) {
        this.trail = trail;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What the address says: filters, and which page.
    record Asked(
            @Nullable String who,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String since) {

        String of(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }

        TrailReader.Wanted wanted(Visitor visitor) {
            try {
                var day = of(since);
                return new TrailReader.Wanted(
                        of(who),
                        of(action),
                        of(subject),
                        day.isEmpty()
                                ? null
                                : LocalDate.parse(day).atStartOfDay(visitor.zone()).toInstant());
            } catch (DateTimeParseException e) {
                throw new Refusal.Unusable("Write the day like 2026-03-01.");
            }
        }

        String query() {
            return "who=%s&action=%s&subject=%s&since=%s"
                    .formatted(coded(who), coded(action), coded(subject), coded(since));
        }

        private String coded(@Nullable String value) {
            return URLEncoder.encode(of(value), StandardCharsets.UTF_8);
        }
    }

    record Steps(
            Desk desk,
            When when,
            Asked asked,
            List<TrailReader.Step> steps,
            Pager pager,
            List<String> names,
            List<String> actions,
            List<String> subjects) {

        String path() {
            return desk.home() + "/trail";
        }

        String csv() {
            return path() + ".csv?" + asked.query();
        }
    }

    @GetMapping("/c/{slug}/trail")
    View page(Visitor visitor, Asked asked, @RequestParam(required = false) @Nullable Long before) {
        var found = trail.page(asked.wanted(visitor), before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var path = "/c/%s/trail?%s".formatted(visitor.community().slug(), asked.query());
        var pager =
                new Pager(
                        shown.size() == 1 ? "1 step" : shown.size() + " steps",
                        before == null ? null : path,
                        found.size() > PAGE ? path + "&before=" + shown.getLast().id() : null);
        return html.render(
                "access/trail",
                new Steps(
                        frames.desk(
                                "Audit trail",
                                "What was done here, by whom and when. Nobody can change it."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        asked,
                        shown,
                        pager,
                        trail.names(),
                        trail.actions(),
                        trail.subjects()));
    }

    @GetMapping("/c/{slug}/trail.csv")
    void csv(Visitor visitor, Asked asked, HttpServletResponse response) throws IOException {
        var wanted = asked.wanted(visitor);
        CsvDownload.send(
                response,
                "trail",
                List.of("at", "who", "action", "subject", "subject id", "detail", "request"),
                row ->
                        trail.each(
                                wanted,
                                step ->
                                        row.of(
                                                step.at().toString(),
                                                step.who(),
                                                step.action(),
                                                step.subject(),
                                                step.subjectId(),
                                                step.detail(),
                                                step.request())));
    }
}
