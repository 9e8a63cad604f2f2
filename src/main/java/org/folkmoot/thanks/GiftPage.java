package org.folkmoot.thanks;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.consent.Answer;
import org.folkmoot.consent.Ask;
import org.folkmoot.consent.AskState;
import org.folkmoot.consent.Asking;
import org.folkmoot.consent.Channel;
import org.folkmoot.consent.Letter;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One gift on its way.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/gifts/{id}")
class GiftPage {

    private static final String MODULE = "thanks";

    private final Gifts gifts;
    private final Addresses addresses;
    private final GiftLinks links;
    private final Asking asking;
    private final Names names;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    GiftPage(
            Gifts gifts,
            Addresses addresses,
            GiftLinks links,
            Asking asking,
            Names names,
            Frames frames,
            Html html,
            Clock clock) {
        this.gifts = gifts;
        this.addresses = addresses;
        this.links = links;
        this.asking = asking;
        this.names = names;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param letter to copy, with the link in it; empty when nothing is asked at the moment
    /// @param mail what would become of it sent by mail, in words; null when it may go
    /// @param asked how it was asked already, in words; null when it was not
    /// @param address null for who may not see it, and when there is none
    record One(
            Desk desk,
            Reader reader,
            Gift gift,
            Person person,
            List<Gift.Step> steps,
            String letter,
            @Nullable String mail,
            @Nullable String asked,
            @Nullable Address address) {

        String path(String below) {
            return reader.gifts("/" + gift.id() + below);
        }
    }

    @GetMapping
    View show(Visitor visitor, @PathVariable long id) {
        var reader = Reader.of(visitor, clock);
        var gift = gifts.get(id);
        var person = Rows.person(gift.member(), names.of(List.of(gift.member())), reader);
        var asks = gift.now().state() == Gift.State.ASKED && reader.edits();
        return html.render(
                "thanks/gift",
                new One(
                        frames.desk(
                                "%s for %s".formatted(gift.what(), person.name()),
                                "It is %s.".formatted(stands(gift.now().state()))),
                        reader,
                        gift,
                        person,
                        gifts.steps(id),
                        asks ? links.letter(gift, person.name(), visitor.community()) : "",
                        asks ? mail(gift) : null,
                        asks
                                ? asking.find(MODULE, key(gift))
                                        .filter(ask -> ask.state() != AskState.CANCELLED)
                                        .map(
                                                ask ->
                                                        "The letter is %s."
                                                                .formatted(ask.state().words()))
                                        .orElse(null)
                                : null,
                        reader.contacts() && gift.address()
                                ? addresses.of(id).orElse(null)
                                : null));
    }

    private @Nullable String mail(Gift gift) {
        var would = asking.would(gift.member(), GiftLinks.ASKS, Channel.MAIL);
        return would instanceof Answer.Going ? null : would.inWords();
    }

    /// By which the door for asking knows this request.
    private static String key(Gift gift) {
        return "gift %d step %d".formatted(gift.id(), gift.now().n());
    }

    /// Asks by mail, or notes that a teammate did on the platform.
    @PostMapping("/letter")
    @Needs(Permission.EDIT_PEOPLE)
    View ask(Visitor visitor, @PathVariable long id, @RequestParam("do") String how) {
        var reader = Reader.of(visitor, clock);
        var gift = gifts.get(id);
        if (gift.now().state() != Gift.State.ASKED) {
            throw new Refusal.OutOfDate("this gift");
        }
        var here = visitor.community();
        var name = names.of(List.of(gift.member())).getOrDefault(gift.member(), "");
        var answer =
                asking.ask(
                        how.equals("mail")
                                ? Ask.mail(
                                        gift.member(),
                                        GiftLinks.ASKS,
                                        MODULE,
                                        key(gift),
                                        new Letter(
                                                links.subject(here),
                                                links.letter(gift, name, here)))
                                : Ask.byHand(gift.member(), GiftLinks.ASKS, MODULE, key(gift)));
        frames.say(
                !answer.taken()
                        ? Flash.bad(answer.inWords())
                        : answer instanceof Answer.Sent
                                ? Flash.good(answer.inWords())
                                : Flash.undoable(
                                        answer.inWords(),
                                        reader.gifts(
                                                "/%d/letter/undoing?n=%d"
                                                        .formatted(id, gift.now().n()))));
        return new RedirectView(reader.gifts("/" + id));
    }

    @PostMapping("/letter/undoing")
    @Needs(Permission.EDIT_PEOPLE)
    View takeBack(Visitor visitor, @PathVariable long id, @RequestParam int n) {
        frames.say(
                asking.takeBack(MODULE, "gift %d step %d".formatted(id, n))
                        ? Flash.good("Taken back: no mail leaves.")
                        : Flash.bad("The mail has left already. It cannot be taken back."));
        return new RedirectView(Reader.of(visitor, clock).gifts("/" + id));
    }

    private static String stands(Gift.State state) {
        return switch (state) {
            case ASKED -> "waiting for the address";
            case ADDRESS -> "waiting to be sent";
            case SENT -> "on its way";
            case ARRIVED -> "there";
            case RETURNED -> "back with you";
            case CANCELLED -> "cancelled";
            case DECLINED -> "not wanted: they declined with thanks";
        };
    }

    @PostMapping("/steps")
    @Needs(Permission.EDIT_PEOPLE)
    View move(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam int n,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String note) {
        var reader = Reader.of(visitor, clock);
        var state = Gift.State.of(to);
        gifts.move(id, n, state, note, Trail.who());
        frames.say(
                Flash.undoable(
                        switch (state) {
                            case ASKED ->
                                    "There is a new link. The one before it does not hold any more.";
                            case CANCELLED ->
                                    "Cancelled. The address, if there is one, is erased within two hours.";
                            default -> "Kept: %s.".formatted(state.words());
                        },
                        reader.gifts("/%d/undoing?n=%d".formatted(id, n + 1))));
        return new RedirectView(reader.gifts("/" + id));
    }

    @PostMapping("/undoing")
    @Needs(Permission.EDIT_PEOPLE)
    View undo(Visitor visitor, @PathVariable long id, @RequestParam int n) {
        gifts.takeBack(id, n);
        frames.say(Flash.good("Taken back."));
        return new RedirectView(Reader.of(visitor, clock).gifts("/" + id));
    }
}
