package org.folkmoot.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A teammate writes to one person: what would become of it stands above the button.
@Controller
@Needs(Permission.SEE_CONTACT_DATA)
@RequestMapping("/c/{slug}/people/{member}/letter")
class LetterPage {

    private static final String MODULE = "letter";

    private final Asking asking;
    private final Outlook outlook;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    LetterPage(Asking asking, Outlook outlook, Frames frames, Html html, Clock clock) {
        this.asking = asking;
        this.outlook = outlook;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What was typed.
    ///
    /// @param key tells this letter from all others, so that it goes once however often it is sent
    record Draft(String purpose, String subject, String text, String key) {}

    /// @param name a purpose's
    /// @param answer what would become of a mail for it
    record Way(String key, String name, Answer answer) {}

    /// @param error what is in the way, empty for nothing
    record Sheet(
            Desk desk,
            long member,
            String name,
            List<Way> ways,
            Draft draft,
            String error,
            boolean edits) {

        String path(String below) {
            return desk.home() + "/people/" + member + below;
        }
    }

    @GetMapping
    View show(
            Visitor visitor,
            @PathVariable long member,
            @RequestParam(defaultValue = ConsentBeans.PERSONAL) String purpose) {
        var key = UUID.randomUUID().toString();
        return view(visitor, member, new Draft(purpose, "", "", key), "");
    }

    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    View send(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable long member,
            @RequestParam(defaultValue = ConsentBeans.PERSONAL) String purpose,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "mail") String channel) {
        var draft = new Draft(purpose, subject, text, key);
        try {
            var ask = ask(member, draft, Channel.of(channel));
            var answer = asking.ask(ask);
            if (!answer.taken()) {
                response.setStatus(422);
                return view(visitor, member, draft, answer.inWords());
            }
            var kept = asking.find(MODULE, ask.key()).orElseThrow();
            frames.say(flash(visitor, kept, answer));
            return new RedirectView(
                    "/c/%s/people/%d".formatted(visitor.community().slug(), member));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return view(visitor, member, draft, String.valueOf(e.getMessage()));
        }
    }

    private static Ask ask(long member, Draft draft, Channel channel) {
        if (!draft.key().matches("[0-9a-f-]{36}")) {
            throw new Refusal.Unusable("This form is incomplete. Open it once more.");
        }
        return channel == Channel.HAND
                ? Ask.byHand(member, draft.purpose(), MODULE, draft.key())
                : Ask.mail(
                        member,
                        draft.purpose(),
                        MODULE,
                        draft.key(),
                        new Letter(draft.subject(), draft.text()));
    }

    private static Flash flash(Visitor visitor, Asked kept, Answer answer) {
        return kept.open()
                ? Flash.undoable(
                        answer instanceof Answer.Going
                                ? "The mail goes in ten seconds."
                                : "The mail waits. " + answer.inWords(),
                        "/c/%s/asks/%d/cancellation"
                                .formatted(visitor.community().slug(), kept.id()))
                : Flash.good("It is noted that you wrote to them.");
    }

    private View view(Visitor visitor, long member, Draft draft, String error) {
        var seen = outlook.of(member, clock.instant());
        var ways =
                seen.lines().stream()
                        .filter(l -> l.channel() == Channel.MAIL)
                        .map(Outlook.Line::purpose)
                        .map(
                                p ->
                                        new Way(
                                                p.key(),
                                                p.name(),
                                                asking.would(member, p.key(), Channel.MAIL)))
                        .toList();
        var name = seen.her().name();
        return html.render(
                "consent/letter",
                new Sheet(
                        frames.desk(
                                "Write to " + name,
                                "Why it comes and how to stop such mails is added below your text."),
                        seen.her().member(),
                        name,
                        ways,
                        draft,
                        error,
                        visitor.may(Permission.EDIT_PEOPLE)));
    }
}
