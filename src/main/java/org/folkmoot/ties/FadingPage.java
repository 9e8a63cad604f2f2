package org.folkmoot.ties;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// How fast ties fade: what another choice would change, before it is made.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/ties/fading")
class FadingPage {

    private static final int SHOWN = 20;

    private final Fading fading;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    FadingPage(Fading fading, Frames frames, Html html, Clock clock) {
        this.fading = fading;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param days the choice that is looked at
    /// @param now the one that holds
    record Sheet(
            Desk desk, Reader reader, List<Tab> tabs, int days, int now, List<Fading.Line> lines) {

        /// What is left of a reply after so many days.
        String left(int after) {
            return reader.share(Math.pow(2, -(double) after / days));
        }

        String moved(Fading.Line line) {
            var up = line.was() - line.place();
            return up == 0
                    ? "as now"
                    : "%s from %s".formatted(up > 0 ? "up" : "down", reader.number(line.was()));
        }

        /// How many of those shown are not among as many of now.
        long fresh() {
            return lines.stream().filter(l -> l.was() > SHOWN).count();
        }
    }

    @GetMapping
    View show(Visitor visitor, @RequestParam(defaultValue = "0") int days) {
        var reader = Reader.of(visitor, clock);
        var now = fading.halfLife();
        var looked = days == 0 ? now : days;
        return html.render(
                "ties/fading",
                new Sheet(
                        frames.desk(
                                "Ties",
                                "How fast what people did together counts less: after %s days half as much."
                                        .formatted(reader.number(now))),
                        reader,
                        TiesPage.tabs(reader, TiesPage.FADING, true),
                        looked,
                        now,
                        fading.strongest(looked, reader.today(), SHOWN)));
    }

    @PostMapping
    View choose(Visitor visitor, @RequestParam int days) {
        var before = fading.choose(days);
        var path = "/c/%s/ties/fading".formatted(visitor.community().slug());
        frames.say(
                before == days
                        ? Flash.good("It is so already.")
                        : Flash.undoable(
                                "Kept: a tie weighs half after %d days.".formatted(days),
                                path + "?days=" + before));
        return new RedirectView(path);
    }
}
