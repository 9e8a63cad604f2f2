package org.folkmoot.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.access.Door;
import org.folkmoot.access.Post;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Double opt-in: whoever chose something on the public page gets a mail that asks whether the
/// address is theirs, and only the link in it makes it a consent.
@Component
@Transactional
class Subscribing {

    private static final String CONFIRM = "consent confirm";
    private static final int A_DAY_TO_ONE_ADDRESS = 3;
    private static final int AN_HOUR_FROM_ONE_NETWORK = 10;

    private final Purposes purposes;
    private final Openings openings;
    private final Knocks knocks;
    private final Consents consents;
    private final Asks asks;
    private final SignedLinks links;
    private final Post post;

    Subscribing(
            Purposes purposes,
            Openings openings,
            Knocks knocks,
            Consents consents,
            Asks asks,
            SignedLinks links,
            Post post) {
        this.purposes = purposes;
        this.openings = openings;
        this.knocks = knocks;
        this.consents = consents;
        this.asks = asks;
        this.links = links;
        this.post = post;
    }

    /// Whether a confirmation can be sent at all.
    boolean possible(Door door) {
        return post.open() && !door.demo();
    }

    List<Purposes.Known> offered() {
        return purposes.all().stream().filter(Purposes.Known::offered).toList();
    }

    /// Sends the confirmation, unless this address had enough of them today: whoever asks learns
    /// nothing of that.
    ///
    /// @param words the reader's
    /// @param from the network address
    /// @return false when too many came from there
    boolean open(
            Door door,
            Words words,
            String address,
            List<Purposes.Known> chosen,
            String from,
            Instant now) {
        if (!knocks.may("from " + from, AN_HOUR_FROM_ONE_NETWORK, Duration.ofHours(1), now)) {
            return false;
        }
        if (!knocks.may("to " + address, A_DAY_TO_ONE_ADDRESS, Duration.ofDays(1), now)) {
            return true;
        }
        var id = openings.add(address, chosen, now);
        for (var purpose : chosen) {
            said(address, purpose.key(), purpose.version(), Act.ASKED, Source.FORM, now);
        }
        var link =
                links.whole(
                        "/p/%s/confirm/%s"
                                .formatted(door.slug(), links.sign(CONFIRM, Long.toString(id))));
        var names = String.join(", ", chosen.stream().map(Purposes.Known::name).toList());
        asks.put(
                new Asked(
                        0,
                        null,
                        ConsentBeans.CONFIRMATION,
                        Channel.MAIL,
                        "consent",
                        "opening " + id,
                        address,
                        words.of("consent.confirm.subject", door.name()),
                        words.of("consent.confirm.text", door.name(), names, link),
                        false,
                        AskState.WAITING,
                        "",
                        now,
                        now.plus(Openings.LIFE),
                        "the public page",
                        now,
                        null));
        return true;
    }

    private void said(
            String address, String purpose, int version, Act act, Source source, Instant now) {
        consents.add(
                new Consents.Said(
                        null, address, purpose, Channel.MAIL, act, source, version, "", now),
                "the person herself");
    }

    /// What a link leads to, while it can still be used.
    @Transactional(readOnly = true)
    Optional<Openings.Opening> find(String signed, Instant now) {
        return links.read(CONFIRM, signed)
                .flatMap(id -> openings.find(Long.parseLong(id)))
                .filter(o -> !o.used() && o.expiresAt().isAfter(now));
    }

    /// Makes it a consent, once.
    ///
    /// @return whether it was that link's turn
    boolean confirm(Openings.Opening opening, Instant now) {
        if (!openings.use(opening.id(), now)) {
            return false;
        }
        for (int i = 0; i < opening.purposes().size(); i++) {
            said(
                    opening.address(),
                    opening.purposes().get(i),
                    opening.versions().get(i),
                    Act.CONFIRMED,
                    Source.LINK,
                    now);
        }
        return true;
    }
}
