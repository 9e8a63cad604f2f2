package org.folkmoot.consent;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Tone;
import org.folkmoot.web.When;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What somebody agreed to and how often they were asked, on their profile; and noting by hand what
/// they said.
@Controller
@Needs(Permission.SEE_CONTACT_DATA)
class ContactPart {

    private final Outlook outlook;
    private final Consents consents;
    private final Purposes purposes;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ContactPart(
            Outlook outlook,
            Consents consents,
            Purposes purposes,
            Frames frames,
            Html html,
            Clock clock) {
        this.outlook = outlook;
        this.consents = consents;
        this.purposes = purposes;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static PagePart contactOnTheProfile() {
        return new PagePart(
                PagePart.Place.PROFILE_SIDE,
                60,
                "Contact and consent",
                "/consent/of/{member}",
                Permission.SEE_CONTACT_DATA);
    }

    /// @param people the address of this person's page
    record Side(Outlook.Seen seen, String people, When when, Desk.Csrf csrf, boolean edits) {

        String asked() {
            var n = seen.asked().size();
            var budget = seen.budget();
            return n == 0
                    ? "Not asked anything in the last %d days; %s is the most."
                            .formatted(
                                    budget.days(),
                                    budget.asks() == 1 ? "once" : budget.asks() + " times")
                    : "Asked %d of %d times in the last %d days."
                            .formatted(n, budget.asks(), budget.days());
        }

        static Tone tone(Outlook.Line line) {
            return switch (line.standing().state()) {
                case AGREED -> Tone.GOOD;
                case WITHDRAWN -> Tone.BAD;
                case ASKED -> Tone.WARN;
                case NONE -> Tone.CALM;
            };
        }

        static String words(Outlook.Line line) {
            return switch (line.standing().state()) {
                case AGREED -> "agreed";
                case WITHDRAWN -> "does not want it";
                case ASKED -> "not confirmed yet";
                case NONE ->
                        line.purpose().basis() == Basis.INTEREST
                                ? "did not object"
                                : "did not agree";
            };
        }

        List<Outlook.Line> choices() {
            return seen.lines().stream().filter(l -> l.channel() == Channel.MAIL).toList();
        }
    }

    @GetMapping("/c/{slug}/consent/of/{member}")
    View side(
            Visitor visitor,
            jakarta.servlet.http.HttpServletRequest request,
            @PathVariable long member) {
        var seen = outlook.of(member, clock.instant());
        return html.render(
                "consent/side",
                new Side(
                        seen,
                        people(visitor, seen.her().member()),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        java.util.Objects.requireNonNull(PublicPages.csrf(request)),
                        visitor.may(Permission.EDIT_PEOPLE)));
    }

    @PostMapping("/c/{slug}/people/{member}/consents")
    @Needs(Permission.EDIT_PEOPLE)
    View note(
            Visitor visitor,
            @PathVariable long member,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "mail") String channel,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String note) {
        var her = outlook.of(member, clock.instant()).her();
        var by = Channel.of(channel);
        var said = Act.of(act) == Act.WITHDRAWN ? Act.WITHDRAWN : Act.GRANTED;
        var all = purpose.equals(Purpose.ALL);
        var version = all ? null : purposes.get(purpose).version();
        if (said == Act.GRANTED && note.isBlank()) {
            throw new org.folkmoot.kernel.Refusal.Unusable(
                    "Say where they agreed, so that it can be proven: a form, a talk at the desk, a mail of theirs.");
        }
        consents.add(
                new Consents.Said(
                        her.member(),
                        by == Channel.HAND ? "" : address,
                        purpose,
                        by,
                        said,
                        Source.HAND,
                        version,
                        note,
                        clock.instant()));
        var line =
                outlook.of(member, clock.instant()).lines().stream()
                        .filter(l -> l.purpose().key().equals(purpose) && l.channel() == by)
                        .findFirst();
        var held =
                said == Act.GRANTED
                        && line.isPresent()
                        && line.get().standing().state() == Standing.State.WITHDRAWN;
        frames.say(
                held
                        ? Flash.bad(
                                "It is noted, and still they get nothing: another account or address of theirs withdrew, and only they can take that back, on the public page.")
                        : Flash.good("It is noted in the ledger of consents."));
        return new RedirectView(people(visitor, her.member()));
    }

    private static String people(Visitor visitor, long member) {
        return "/c/%s/people/%d".formatted(visitor.community().slug(), member);
    }
}
