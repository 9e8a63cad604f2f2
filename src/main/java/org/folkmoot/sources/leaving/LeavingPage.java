package org.folkmoot.sources.leaving;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.standing.Standing;
import org.folkmoot.sources.standing.Standings;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What goes and what stays when a connection is erased, and the way to do it.
@Controller
@Needs(Permission.HANDLE_PRIVACY)
@RequestMapping("/c/{slug}/connections/{id}/erasure")
class LeavingPage {

    private final Leaving leaving;
    private final LeavingRound round;
    private final Standings standings;
    private final Frames frames;
    private final Html html;

    LeavingPage(
            Leaving leaving, LeavingRound round, Standings standings, Frames frames, Html html) {
        this.leaving = leaving;
        this.round = round;
        this.standings = standings;
        this.frames = frames;
        this.html = html;
    }

    /// What `leaving.jte` shows.
    record Shown(Desk desk, Standing standing, Leave leave, String error) {

        boolean going() {
            return standing.source().state() == Source.State.ERASING;
        }

        String path(String more) {
            return "%s/connections/%d%s".formatted(desk.home(), standing.source().id(), more);
        }

        String number(long count) {
            return standing.number(count);
        }
    }

    @GetMapping
    View show(Visitor visitor, @PathVariable long id) {
        return show(visitor, id, "");
    }

    private View show(Visitor visitor, long id, String error) {
        var standing = standings.one(id, visitor);
        var name = standing.source().name();
        return html.render(
                "sources/leaving/leaving",
                new Shown(
                        frames.desk(
                                "Erase what %s brought?".formatted(name),
                                "It is disconnected, and what it brought goes for good. There is no undo."),
                        standing,
                        leaving.preview(id),
                        error));
    }

    @PostMapping
    View erase(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String typed) {
        Optional<String> problem;
        try {
            problem = leaving.begin(id, typed);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return show(visitor, id, String.valueOf(e.getMessage()));
        }
        round.begin();
        var words = "Disconnected. What it brought is being erased.";
        frames.say(problem.map(why -> Flash.bad(words + " " + why)).orElse(Flash.good(words)));
        return new RedirectView("/c/%s/connections".formatted(visitor.community().slug()));
    }
}
