package org.folkmoot.thanks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.access.Door;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.web.Phrasebook;
import org.springframework.stereotype.Component;

/// The link by which somebody says where to send a gift. It is signed, holds for 30 days, and is
/// good for one step of one gift: once the address is given, or asked for anew, it opens nothing.
@Component
class GiftLinks {

    /// The purpose of asking for an address, as people may object to it.
    static final String ASKS = "gifts";

    private static final String PURPOSE = "gift";

    private final SignedLinks links;
    private final Gifts gifts;
    private final Drafts drafts;
    private final Phrasebook phrases;
    private final Clock clock;

    GiftLinks(SignedLinks links, Gifts gifts, Drafts drafts, Phrasebook phrases, Clock clock) {
        this.links = links;
        this.gifts = gifts;
        this.drafts = drafts;
        this.phrases = phrases;
        this.clock = clock;
    }

    /// Where the request of this step is answered, below the community's public pages.
    String path(Gift gift, Door community) {
        var until = gift.now().at().plus(Duration.ofDays(Gift.LINK_DAYS)).getEpochSecond();
        return "/p/%s/gift/%s"
                .formatted(
                        community.slug(),
                        links.sign(
                                PURPOSE, "%d:%d:%d".formatted(gift.id(), gift.now().n(), until)));
    }

    /// What to send her, in the community's language.
    String letter(Gift gift, String name, Door community) {
        return phrases.in(community.locale())
                .of(
                        "gift.letter",
                        name,
                        gift.what(),
                        community.name(),
                        links.whole(path(gift, community)),
                        Gift.LINK_DAYS,
                        drafts.link(gift.member(), community));
    }

    String subject(Door community) {
        return phrases.in(community.locale()).of("gift.subject", community.name());
    }

    /// The gift whose address is still asked for by this link.
    Optional<Gift> open(String signed) {
        return links.read(PURPOSE, signed)
                .map(said -> said.split(":", -1))
                .filter(
                        said ->
                                clock.instant()
                                        .isBefore(Instant.ofEpochSecond(Long.parseLong(said[2]))))
                .flatMap(
                        said ->
                                gifts.find(Long.parseLong(said[0]))
                                        .filter(g -> g.now().n() == Integer.parseInt(said[1])))
                .filter(gift -> gift.now().state() == Gift.State.ASKED);
    }
}
