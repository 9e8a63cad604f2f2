package org.folkmoot.briefing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Post;
import org.folkmoot.access.Role;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.springframework.stereotype.Component;

/// Sends the letters that are due in the community we are in, each once: by mail to whoever chose
/// them, and to the channel of the team. In a community that is made up nothing leaves.
@Component
class Courier {

    /// What a signed link of a letter is for; it says the reader's account.
    static final String END = "briefing letters";

    private final LetterBook book;
    private final Sendings sendings;
    private final DigestMaking making;
    private final Colleagues colleagues;
    private final Communities communities;
    private final Hooks hooks;
    private final HookLine line;
    private final Post post;
    private final SignedLinks links;

    Courier(
            LetterBook book,
            Sendings sendings,
            DigestMaking making,
            Colleagues colleagues,
            Communities communities,
            Hooks hooks,
            HookLine line,
            Post post,
            SignedLinks links) {
        this.book = book;
        this.sendings = sendings;
        this.making = making;
        this.colleagues = colleagues;
        this.communities = communities;
        this.hooks = hooks;
        this.line = line;
        this.post = post;
        this.links = links;
    }

    /// One process at a time: whoever comes here holds the turn.
    void run(Instant now) {
        sendings.unconfirmed();
        var here = communities.here();
        for (var letters : book.all()) {
            if (letters.account() == Letters.CHANNEL) {
                channel(letters, here, now);
            } else {
                mail(letters, here, now);
            }
        }
    }

    private void mail(Letters letters, Community here, Instant now) {
        var found = colleagues.addressee(letters.account());
        if (found.isEmpty() || (!here.demo() && !post.open())) {
            return;
        }
        var reader = found.get();
        var zone = Objects.requireNonNullElse(reader.zone(), here.zone());
        var due = letters.due(LocalDateTime.ofInstant(now, zone)).orElse(null);
        if (due == null
                || !reader.permissions().contains(Permission.SEE_NUMBERS)
                || !sendings.take(letters.account(), due, now)) {
            return;
        }
        var locale = Objects.requireNonNullElse(reader.locale(), here.locale());
        var digest = making.of(due.kind(), locale, reader.permissions());
        if (!digest.news() && letters.silent()) {
            sendings.end(letters.account(), due, "nothing", now);
            return;
        }
        var outcome =
                here.demo()
                        ? Post.Outcome.TAKEN
                        : post.hand(letter(digest, letters.account(), reader.email(), here));
        sendings.end(letters.account(), due, state(outcome), now);
    }

    private Post.Letter letter(Digest digest, long account, String to, Community here) {
        var end =
                links.whole(
                        "/p/%s/letters/%s"
                                .formatted(here.slug(), links.sign(END, Long.toString(account))));
        return new Post.Letter(
                to,
                digest.subject(),
                digest.text()
                        + "\n-- \nYou chose these letters in "
                        + here.name()
                        + ". To end them: "
                        + end
                        + "\n",
                digest.html() + "<p><a href=\"%s\">End these letters</a></p>".formatted(end),
                Map.of(
                        "List-Unsubscribe",
                        "<" + end + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"));
    }

    /// Whoever reads the channel sees what a moderator may.
    private void channel(Letters letters, Community here, Instant now) {
        var address = hooks.address();
        if (address.isEmpty()) {
            return;
        }
        ZoneId zone = here.zone();
        var due = letters.due(LocalDateTime.ofInstant(now, zone)).orElse(null);
        if (due == null || !sendings.take(letters.account(), due, now)) {
            return;
        }
        Locale locale = here.locale();
        var digest = making.of(due.kind(), locale, Role.MODERATOR.permissions());
        if (!digest.news() && letters.silent()) {
            sendings.end(letters.account(), due, "nothing", now);
            return;
        }
        var outcome = here.demo() ? Post.Outcome.TAKEN : line.say(address.get(), digest.marked());
        sendings.end(letters.account(), due, state(outcome), now);
    }

    private static String state(Post.Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "sent";
            case REFUSED -> "failed";
            case UNKNOWN -> "unconfirmed";
        };
    }
}
