package org.folkmoot.privacy;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Who was forgotten: numbers, as nothing else is left.
@Controller
@Needs(Permission.SEE_TRAIL)
class ForgottenPage {

    private static final int SHOWN = 200;

    private final Erasures erasures;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ForgottenPage(Erasures erasures, Frames frames, Html html, Clock clock) {
        this.erasures = erasures;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Done(Desk desk, When when, List<Tab> tabs, List<Erasure> erasures) {}

    @GetMapping("/c/{slug}/privacy/forgotten")
    View done(Visitor visitor) {
        return html.render(
                "privacy/forgotten",
                new Done(
                        frames.desk(
                                "Privacy",
                                "Who was forgotten: numbers of people, as nothing else is left."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        PrivacyRail.tabs(visitor, "forgotten"),
                        erasures.newest(SHOWN)));
    }
}
