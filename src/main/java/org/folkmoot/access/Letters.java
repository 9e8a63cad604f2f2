package org.folkmoot.access;

import java.util.Map;
import org.folkmoot.web.Phrasebook;
import org.springframework.stereotype.Component;

/// Writes invitations.
@Component
class Letters {

    private final Post post;
    private final Phrasebook phrases;

    Letters(Post post, Phrasebook phrases) {
        this.post = post;
        this.phrases = phrases;
    }

    /// Whether an invitation was handed to the mail server; false also when it would not take it.
    boolean invite(Visitor by, String to, Role role, String link) {
        var words = phrases.in(by.community().locale());
        return post.send(
                new Post.Letter(
                        to,
                        words.of("invitation.subject", by.community().name()),
                        words.of(
                                "invitation.text",
                                by.name(),
                                by.community().name(),
                                words.of("role." + role.key()),
                                link,
                                Invitations.LIFE.toDays()),
                        Map.of()));
    }
}
