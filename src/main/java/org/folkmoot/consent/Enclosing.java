package org.folkmoot.consent;

import java.util.Map;
import org.folkmoot.access.Post;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.community.Communities;
import org.folkmoot.web.Phrasebook;
import org.springframework.stereotype.Component;

/// Makes the mail of an ask: below its text it says why it comes, and how to stop such mails by one
/// click (RFC 8058).
@Component
class Enclosing {

    /// What a signed link of a mail is for; it says the ask's id.
    static final String UNSUBSCRIBE = "consent unsubscribe";

    private final Purposes purposes;
    private final Communities communities;
    private final SignedLinks links;
    private final Phrasebook phrases;

    Enclosing(Purposes purposes, Communities communities, SignedLinks links, Phrasebook phrases) {
        this.purposes = purposes;
        this.communities = communities;
        this.links = links;
        this.phrases = phrases;
    }

    Post.Letter letter(Asked ask, String address) {
        var purpose = purposes.get(ask.purpose());
        if (purpose.basis() == Basis.SERVICE) {
            return new Post.Letter(address, ask.subject(), ask.text(), Map.of());
        }
        var here = communities.here();
        var link =
                links.whole(
                        "/p/%s/unsubscribe/%s"
                                .formatted(
                                        here.slug(),
                                        links.sign(UNSUBSCRIBE, Long.toString(ask.id()))));
        var words = phrases.in(here.locale());
        var why =
                words.of(
                        "consent.mail." + purpose.basis().key(), purpose.name(), here.name(), link);
        return new Post.Letter(
                address,
                ask.subject(),
                ask.text() + "\n\n-- \n" + why + "\n",
                Map.of(
                        "List-Unsubscribe",
                        "<" + link + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"));
    }
}
