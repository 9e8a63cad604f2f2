package org.folkmoot.briefing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.OwnSetting;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Post;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One's own letters: which, when, and what the next one would say. None goes to anybody who did
/// not ask for it.
@Controller
@Needs(Permission.SEE_NUMBERS)
@RequestMapping("/c/{slug}/briefing/letters")
class LettersPage {

    private static final int SENT = 7;

    private final LetterBook book;
    private final Sendings sendings;
    private final DigestMaking making;
    private final Hooks hooks;
    private final Post post;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    LettersPage(
            LetterBook book,
            Sendings sendings,
            DigestMaking making,
            Hooks hooks,
            Post post,
            Frames frames,
            Html html,
            Clock clock) {
        this.book = book;
        this.sendings = sendings;
        this.making = making;
        this.hooks = hooks;
        this.post = post;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static OwnSetting lettersOfTheAccount() {
        return new OwnSetting("account.letters", "/briefing/letters");
    }

    /// @param mine null for a program, which gets none
    /// @param channel of the team; null when the visitor does not see to it
    record Shown(
            Desk desk,
            List<Tab> tabs,
            When when,
            @Nullable Letters mine,
            List<Sendings.Sending> sent,
            boolean mails,
            @Nullable Letters channel,
            Hooks.@Nullable Known hook,
            List<Sendings.Sending> said,
            Digest preview,
            ZoneId community) {

        String path(String below) {
            return desk.home() + "/briefing/letters" + below;
        }

        String day(DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, desk.locale());
        }

        String words(Sendings.Sending one) {
            return "%s of %s: %s"
                    .formatted(
                            one.kind() == Letters.Kind.WEEKLY ? "Weekly letter" : "Morning letter",
                            one.day(),
                            switch (one.state()) {
                                case "sent" -> "sent";
                                case "nothing" -> "nothing to say, not sent";
                                case "failed" -> "could not be sent";
                                case "unconfirmed" -> "may have arrived, not sent again";
                                default -> "being sent";
                            });
        }
    }

    @GetMapping
    View show(Visitor visitor, @RequestParam(defaultValue = "daily") String preview) {
        var account = visitor.account();
        var manages = visitor.may(Permission.EDIT_SETTINGS);
        var kind = preview.equals("weekly") ? Letters.Kind.WEEKLY : Letters.Kind.DAILY;
        return html.render(
                "briefing/letters",
                new Shown(
                        frames.desk(
                                "Letters",
                                "What happened and who waits, each morning or once a week, for whoever wants it."),
                        BriefingTabs.LETTERS.on(visitor),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        account == null ? null : book.of(account),
                        account == null ? List.of() : sendings.of(account, SENT),
                        post.open(),
                        manages ? book.of(Letters.CHANNEL) : null,
                        manages ? hooks.here().orElse(null) : null,
                        manages ? sendings.of(Letters.CHANNEL, SENT) : List.of(),
                        making.of(kind, visitor.locale(), visitor.permissions()),
                        visitor.community().zone()));
    }

    @PostMapping
    View choose(Visitor visitor, LetterForm form) {
        var account = visitor.account();
        if (account == null) {
            throw new Refusal.Unusable("Letters go to people. A program asks the API.");
        }
        return chosen(visitor, form.of(account), "");
    }

    @PostMapping("/channel")
    @Needs(Permission.EDIT_SETTINGS)
    View channel(Visitor visitor, LetterForm form) {
        return chosen(visitor, form.of(Letters.CHANNEL), "/channel");
    }

    private View chosen(Visitor visitor, Letters letters, String below) {
        var before = book.of(letters.account());
        book.choose(letters);
        frames.say(
                Flash.undoable(
                        words(letters, visitor.locale()),
                        "%s%s?%s"
                                .formatted(
                                        BriefingTabs.LETTERS.path(visitor),
                                        below,
                                        LetterForm.query(before))));
        return new RedirectView(BriefingTabs.LETTERS.path(visitor));
    }

    private static String words(Letters letters, Locale locale) {
        var weekday = letters.weekday();
        if (!letters.any()) {
            return "No letters from now on.";
        }
        return "Letters come at %d:00%s%s."
                .formatted(
                        letters.hour(),
                        letters.daily() ? ", each day" : "",
                        weekday == null
                                ? ""
                                : ", the weekly one on "
                                        + weekday.getDisplayName(TextStyle.FULL, locale));
    }
}
