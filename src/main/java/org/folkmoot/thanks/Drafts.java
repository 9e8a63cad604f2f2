package org.folkmoot.thanks;

import org.folkmoot.access.Door;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.web.Phrasebook;
import org.springframework.stereotype.Component;

/// Words to begin a thank-you with, in the community's language, and the link by which whoever is
/// thanked can say that they would rather not be.
@Component
class Drafts {

    /// What the link of [#link] is signed for.
    static final String PURPOSE = "thanks";

    private final Phrasebook phrases;
    private final SignedLinks links;

    Drafts(Phrasebook phrases, SignedLinks links) {
        this.phrases = phrases;
        this.links = links;
    }

    String of(Moment moment, String name, Door community) {
        var key = moment.key();
        return phrases.in(community.locale())
                .of("thanks.draft." + key.kind().key(), name, key.nth(), community.name());
    }

    /// Holds for as long as she is here.
    ///
    /// @param member who she is now; merged or not, her wish is found by it later
    String link(long member, Door community) {
        return links.whole(
                "/p/%s/thanks/%s"
                        .formatted(community.slug(), links.sign(PURPOSE, Long.toString(member))));
    }
}
