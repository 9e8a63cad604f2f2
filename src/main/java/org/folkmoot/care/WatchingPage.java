package org.folkmoot.care;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Whom one watches.
@Controller
@Needs(Permission.SEE_PEOPLE)
class WatchingPage {

    private final Watches watches;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    WatchingPage(Watches watches, Frames frames, Html html, Clock clock) {
        this.watches = watches;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Eyed(Reader reader, List<Tab> tabs, List<Watches.Watched> people, String back) {}

    @GetMapping("/c/{slug}/care/watching")
    View watching(Visitor visitor) {
        var account = visitor.account();
        return html.render(
                "care/watching",
                new Eyed(
                        Reader.of(
                                visitor,
                                frames.desk(
                                        "Who looks after whom",
                                        "Only you see whom you watch. What they do stands on Today."),
                                clock),
                        CareTabs.of(visitor, 2),
                        account == null
                                ? List.of()
                                : watches.of(account, visitor.may(Permission.SEE_CONTACT_DATA)),
                        "/c/" + visitor.community().slug() + "/care/watching"));
    }
}
