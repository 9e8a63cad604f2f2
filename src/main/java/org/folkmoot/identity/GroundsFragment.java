package org.folkmoot.identity;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// How we know that these accounts are one person: a part of their profile.
@Controller
@Needs(Permission.SEE_PEOPLE)
class GroundsFragment {

    private final WhoIsWho known;
    private final Telling telling;
    private final Html html;
    private final Clock clock;

    GroundsFragment(WhoIsWho known, Telling telling, Html html, Clock clock) {
        this.known = known;
        this.telling = telling;
        this.html = html;
        this.clock = clock;
    }

    /// What made one person of these accounts.
    record Grounds(Reader reader, long member, List<Telling.Row> rows) {}

    @GetMapping("/c/{slug}/people/{id}/grounds")
    View grounds(Visitor visitor, @PathVariable long id) {
        var reader = Reader.of(visitor, clock);
        var holding =
                known.history(telling.identities(id)).stream()
                        .filter(s -> s.undoneBy() == null)
                        .toList();
        return html.render(
                "identity/grounds", new Grounds(reader, id, telling.rows(holding, reader)));
    }
}
