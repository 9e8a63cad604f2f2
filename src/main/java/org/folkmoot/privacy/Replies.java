package org.folkmoot.privacy;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Post;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.access.Trail;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.privacy.Request.State;
import org.folkmoot.web.Phrasebook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes to whoever asked about her data, in her language.
@Service
@Transactional
class Replies {

    static final String PROOF = "privacy proof";

    private final Requests requests;
    private final Downloads downloads;
    private final SignedLinks links;
    private final Post post;
    private final Phrasebook phrases;
    private final Communities communities;
    private final Clock clock;

    Replies(
            Requests requests,
            Downloads downloads,
            SignedLinks links,
            Post post,
            Phrasebook phrases,
            Communities communities,
            Clock clock) {
        this.requests = requests;
        this.downloads = downloads;
        this.links = links;
        this.post = post;
        this.phrases = phrases;
        this.communities = communities;
        this.clock = clock;
    }

    /// Whether mails can leave at all.
    boolean open() {
        return post.open();
    }

    /// Asks for the proof that the address is hers.
    boolean askForProof(long id) {
        return send(requests.get(id), "proof", link("proof/" + links.sign(PROOF, "" + id)));
    }

    /// Takes the link of such a mail as the proof.
    ///
    /// @return false when it is no link of ours, or too old
    boolean prove(String link) {
        return links.read(PROOF, link).flatMap(id -> requests.find(Long.parseLong(id))).stream()
                .filter(asked -> asked.received().plus(Request.PROOF).isAfter(clock.instant()))
                .anyMatch(
                        asked ->
                                asked.state() != State.RECEIVED
                                        || requests.move(
                                                asked,
                                                State.PROVEN,
                                                "proven",
                                                "",
                                                MembersPage.MEMBER));
    }

    /// Sends her a link to her own copy.
    boolean sendCopy(Request request) {
        var sent = send(request, "copy", link("copy/" + downloads.make(request.id())));
        if (sent) {
            requests.step(request.id(), "copy sent", "", Trail.who());
        }
        return sent;
    }

    /// Closes it with an answer or a reason against it, and tells her.
    ///
    /// @return whether she was told by mail; else the team tells her
    boolean close(Request request, State to, String words) {
        var moved =
                requests.move(
                        request,
                        to,
                        to == State.REFUSED ? "refused" : "answered",
                        words,
                        Trail.who());
        if (!moved) {
            throw new Refusal.OutOfDate("this request");
        }
        var told = send(request, to == State.REFUSED ? "refused" : "answered", words);
        if (request.wants() == Request.Wants.ERASURE && to == State.ANSWERED) {
            requests.forgetAddress(request.id());
        }
        return told;
    }

    private String link(String below) {
        return links.whole("/p/" + communities.here().slug() + "/privacy/" + below);
    }

    private boolean send(Request request, String letter, String what) {
        var address = request.address();
        if (address == null || address.isEmpty()) {
            return false;
        }
        var words = phrases.in(Locale.forLanguageTag(request.language()));
        var community = communities.here().name();
        return post.send(
                new Post.Letter(
                        address,
                        words.of("privacy.mail.%s.subject".formatted(letter), community),
                        words.of("privacy.mail.%s.text".formatted(letter), community, what),
                        Map.of()));
    }
}
