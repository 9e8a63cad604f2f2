package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletRequest;
import org.folkmoot.access.Door;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Where somebody proves that the address she asked from is hers. A link is opened by machines,
/// too: only the button proves that a person read the mail.
@Controller
@RequestMapping("/p/{slug}/privacy/proof/{link}")
class ProofPage {

    private final PublicDoor doors;
    private final Replies replies;
    private final Phrasebook phrases;
    private final Html html;

    ProofPage(PublicDoor doors, Replies replies, Phrasebook phrases, Html html) {
        this.doors = doors;
        this.replies = replies;
        this.phrases = phrases;
        this.html = html;
    }

    @GetMapping
    View look(HttpServletRequest request, @PathVariable String slug) throws Exception {
        return doors.in(slug, door -> page(request, door, "privacy.proof", true));
    }

    @PostMapping
    View prove(HttpServletRequest request, @PathVariable String slug, @PathVariable String link)
            throws Exception {
        return doors.in(
                slug,
                door ->
                        page(
                                request,
                                door,
                                replies.prove(link) ? "privacy.proven" : "privacy.old",
                                false));
    }

    private View page(HttpServletRequest request, Door door, String words, boolean asks) {
        var said = phrases.of(request);
        return html.render(
                "privacy/told",
                new MembersPage.Told(
                        PublicPages.page(request, said, door.name(), said.of(words + ".title"), ""),
                        said.of(words + ".text", door.name()),
                        asks ? request.getRequestURI() : "",
                        asks ? said.of("privacy.proof.button") : ""));
    }
}
