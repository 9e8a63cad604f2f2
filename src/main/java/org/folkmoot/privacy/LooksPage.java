package org.folkmoot.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who looked at whom: everybody's looks, one teammate's, or those at one person.
@Controller
@Needs(Permission.SEE_TRAIL)
@RequestMapping("/c/{slug}/privacy")
class LooksPage {

    private static final int PAGE = 100;

    private final Looks looks;
    private final Subjects subjects;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    LooksPage(Looks looks, Subjects subjects, Frames frames, Html html, Clock clock) {
        this.looks = looks;
        this.subjects = subjects;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param whom at whom; null for everybody
    record Log(
            Desk desk,
            When when,
            List<Tab> tabs,
            Subjects.@Nullable Name whom,
            String who,
            List<String> viewers,
            List<Looks.Line> lines,
            Pager pager) {

        String words(Looks.Line line) {
            return switch (line.way()) {
                case "profile" -> "opened the profile";
                case "api" -> "read it over the API";
                case "copy" -> "took a copy of everything";
                default -> "took a list of %,d people along".formatted(line.people());
            };
        }
    }

    @GetMapping("/looks")
    View log(
            Visitor visitor,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable String before) {
        var whom = member == null ? null : subjects.get(member);
        var found = looks.page(whom, who, time(before), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var path =
                "/c/%s/privacy/looks?who=%s%s"
                        .formatted(
                                visitor.community().slug(),
                                java.net.URLEncoder.encode(
                                        who, java.nio.charset.StandardCharsets.UTF_8),
                                member == null ? "" : "&member=" + member);
        return html.render(
                "privacy/looks",
                new Log(
                        frames.desk(
                                "Privacy",
                                "Who looked at whom, by the hour: profiles, copies and lists taken along."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        PrivacyRail.tabs(visitor, "looks"),
                        whom == null ? null : subjects.name(whom.member()),
                        who,
                        looks.viewers(),
                        shown,
                        new Pager(
                                shown.size() == 1 ? "1 look" : shown.size() + " looks",
                                before == null ? null : path,
                                found.size() > PAGE
                                        ? path + "&before=" + shown.getLast().hour()
                                        : null)));
    }

    private static @Nullable Instant time(@Nullable String before) {
        try {
            return before == null ? null : Instant.parse(before);
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable("This page's address was cut short. Begin with the newest.");
        }
    }
}
