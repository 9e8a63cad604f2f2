package org.folkmoot.care;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Notes in which colleagues mention you.
@Controller
@Needs(Permission.SEE_CONTACT_DATA)
class MentionsPage {

    private static final int SHORT = 5;
    private static final int LONG = 200;

    private final Mentions mentions;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    MentionsPage(Mentions mentions, Frames frames, Html html, Clock clock) {
        this.mentions = mentions;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Named(Reader reader, List<Mentions.Mention> mentions) {

        boolean unread() {
            return mentions.stream().anyMatch(Mentions.Mention::unread);
        }

        String open(Mentions.Mention mention) {
            return reader.path("/mentions/" + mention.note());
        }
    }

    @GetMapping("/c/{slug}/mentions")
    View list(Visitor visitor) {
        return html.render(
                "care/mentions",
                new Named(
                        Reader.of(
                                visitor,
                                frames.desk(
                                        "Mentions of you",
                                        "Notes in which a colleague wrote @ and your name."),
                                clock),
                        of(visitor, false, LONG)));
    }

    @GetMapping("/c/{slug}/mentions/today")
    View today(Visitor visitor) {
        return html.render(
                "care/mentioned",
                new Named(Reader.of(visitor, frames, clock), of(visitor, true, SHORT)));
    }

    private List<Mentions.Mention> of(Visitor visitor, boolean unread, int most) {
        var account = visitor.account();
        return account == null ? List.of() : mentions.of(account, unread, most);
    }

    /// Opens the note: read from now on.
    @GetMapping("/c/{slug}/mentions/{note:\\d+}")
    View open(Visitor visitor, @PathVariable long note) {
        var account = Objects.requireNonNull(visitor.account(), "only people sign in here");
        var there =
                mentions.of(account, false, LONG).stream()
                        .filter(m -> m.note() == note)
                        .findAny()
                        .orElse(null);
        var home = "/c/" + visitor.community().slug();
        if (there == null) {
            return new RedirectView(home + "/mentions");
        }
        mentions.seen(account, note);
        return new RedirectView(
                "%s/people/%d?tab=notes#note-%d".formatted(home, there.about().member(), note));
    }

    @PostMapping("/c/{slug}/mentions/reading")
    View all(Visitor visitor) {
        mentions.seen(Objects.requireNonNull(visitor.account(), "only people sign in here"), 0);
        return new RedirectView("/c/" + visitor.community().slug() + "/mentions");
    }
}
