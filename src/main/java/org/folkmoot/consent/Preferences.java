package org.folkmoot.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.members.Reach;
import org.folkmoot.members.Reaching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the reader of one of our mails wants, by the signed link in it: the link was sent to this
/// address, so what it says counts as said from there.
@Component
@Transactional
class Preferences {

    private final SignedLinks links;
    private final Asks asks;
    private final Purposes purposes;
    private final Consents consents;
    private final Reaching reaching;

    Preferences(
            SignedLinks links, Asks asks, Purposes purposes, Consents consents, Reaching reaching) {
        this.links = links;
        this.asks = asks;
        this.purposes = purposes;
        this.consents = consents;
        this.reaching = reaching;
    }

    /// @param wanted whether such mails come
    record Choice(Purposes.Known purpose, boolean wanted) {}

    /// The mail that a link was in, if we signed it and still know where it went.
    @Transactional(readOnly = true)
    Optional<Asked> mail(String signed) {
        return links.read(Enclosing.UNSUBSCRIBE, signed)
                .flatMap(id -> asks.lookUp(Long.parseLong(id)))
                .filter(a -> !a.address().isEmpty());
    }

    /// By name.
    List<Choice> of(Asked mail) {
        var her = her(mail);
        var told = consents.of(her.homes(), List.of(mail.address()));
        return purposes.all().stream()
                .filter(p -> p.basis() != Basis.SERVICE)
                .map(
                        p -> {
                            var state =
                                    Standing.in(told, her, p.key(), Channel.MAIL, mail.address())
                                            .state();
                            return new Choice(
                                    p,
                                    state == Standing.State.AGREED
                                            || (p.basis() == Basis.INTEREST
                                                    && state != Standing.State.WITHDRAWN));
                        })
                .toList();
    }

    private Reach her(Asked mail) {
        var member = mail.putOn();
        var found = member == null ? null : reaching.of(List.of(member)).get(member);
        return found == null
                ? new Reach(0, "", Set.of(), List.of(mail.address()), null, true, false)
                : found;
    }

    /// Ends the mails of this purpose; doing so twice does no harm.
    void withdraw(Asked mail, Instant now) {
        choose(mail, Map.of(mail.purpose(), false), now);
    }

    /// @param wanted by purpose; purposes left out stay as they are
    void choose(Asked mail, Map<String, Boolean> wanted, Instant now) {
        for (var choice : of(mail)) {
            var wants = wanted.get(choice.purpose().key());
            if (wants != null && wants != choice.wanted()) {
                said(
                        mail,
                        choice.purpose().key(),
                        wants ? Act.CONFIRMED : Act.WITHDRAWN,
                        choice.purpose().version(),
                        now);
            }
        }
    }

    /// Ends every mail that is not an answer to something she did, also of purposes to come.
    void nothing(Asked mail, Instant now) {
        choose(
                mail,
                of(mail).stream().collect(Collectors.toMap(c -> c.purpose().key(), _ -> false)),
                now);
        said(mail, Purpose.ALL, Act.WITHDRAWN, null, now);
    }

    private void said(
            Asked mail,
            String purpose,
            Act act,
            @org.jspecify.annotations.Nullable Integer version,
            Instant now) {
        consents.add(
                new Consents.Said(
                        mail.putOn(),
                        mail.address(),
                        purpose,
                        Channel.MAIL,
                        act,
                        Source.LINK,
                        version,
                        "",
                        now),
                "the person herself");
    }
}
