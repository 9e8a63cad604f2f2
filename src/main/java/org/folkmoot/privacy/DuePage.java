package org.folkmoot.privacy;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The privacy requests that wait, for Today; nothing when nobody waits.
@Controller
@Needs(Permission.HANDLE_PRIVACY)
class DuePage {

    private static final int SHOWN = 5;

    private final Requests requests;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    DuePage(Requests requests, Frames frames, Html html, Clock clock) {
        this.requests = requests;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Due(Desk desk, When when, List<Request> requests) {}

    @GetMapping("/c/{slug}/privacy/due")
    View due(Visitor visitor) {
        return html.render(
                "privacy/due",
                new Due(
                        frames.desk("", ""),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        requests.list(SHOWN).stream().filter(Request::open).toList()));
    }
}
