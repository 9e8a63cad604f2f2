package org.folkmoot.sources.outgoing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tone;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who is told what happens here: programs of others, what they were told, and what they did not
/// take.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/subscribers")
class SubscribersPage {

    private static final int MOST = 100;

    private final Subscribers subscribers;
    private final Subscribing subscribing;
    private final Tellings tellings;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    SubscribersPage(
            Subscribers subscribers,
            Subscribing subscribing,
            Tellings tellings,
            Frames frames,
            Html html,
            Clock clock) {
        this.subscribers = subscribers;
        this.subscribing = subscribing;
        this.tellings = tellings;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What `subscribers.jte` shows.
    ///
    /// @param types what happens here, with words
    record All(
            Desk desk,
            When when,
            List<Subscriber> subscribers,
            Map<String, String> types,
            String address,
            String error) {

        String path(Subscriber one) {
            return desk.home() + "/subscribers/" + one.id();
        }

        static Tone tone(Subscriber one) {
            return switch (one.state()) {
                case BROKEN -> Tone.BAD;
                case PAUSED -> Tone.CALM;
                case ON -> one.problem() == null ? Tone.GOOD : Tone.WARN;
            };
        }

        static String badge(Subscriber one) {
            return switch (one.state()) {
                case BROKEN -> "needs you";
                case PAUSED -> "paused";
                case ON -> one.problem() == null ? "listening" : "not answering";
            };
        }
    }

    /// What `subscriber.jte` shows.
    ///
    /// @param secret what it checks signatures with, where it was just made; else empty
    record One(
            Desk desk,
            When when,
            Subscriber subscriber,
            List<Telling> told,
            Map<String, String> types,
            String secret) {

        String path(String more) {
            return "%s/subscribers/%d%s".formatted(desk.home(), subscriber.id(), more);
        }

        boolean anyDead() {
            return told.stream().anyMatch(one -> one.state() == Telling.State.DEAD);
        }
    }

    @GetMapping
    View all(Visitor visitor) {
        return all(visitor, "", "");
    }

    private View all(Visitor visitor, String address, String error) {
        return html.render(
                "sources/outgoing/subscribers",
                new All(
                        frames.desk(
                                "Outgoing webhooks",
                                "Programs that are told what happens here, as it happens."),
                        when(visitor),
                        subscribers.all(),
                        subscribing.types(),
                        address,
                        error));
    }

    @PostMapping
    View add(
            Visitor visitor,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> wants) {
        try {
            var made = subscribing.add(name, address, wants);
            return one(visitor, made.subscriber().id(), made.secret());
        } catch (Refusal.Unusable e) {
            return all(visitor, address, String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/{id}")
    View one(Visitor visitor, @PathVariable long id) {
        return one(visitor, id, "");
    }

    private View one(Visitor visitor, long id, String secret) {
        var one = subscribers.get(id);
        return html.render(
                "sources/outgoing/subscriber",
                new One(
                        frames.desk(one.name(), one.address()),
                        when(visitor),
                        one,
                        tellings.of(id, 0, MOST),
                        subscribing.types(),
                        secret));
    }

    @PostMapping("/{id}/trial")
    View trial(Visitor visitor, @PathVariable long id) {
        subscribing.trial(id);
        frames.say(Flash.good("A test is on its way; see below what came of it."));
        return back(visitor, id);
    }

    @PostMapping("/{id}/pause")
    View pause(Visitor visitor, @PathVariable long id) {
        subscribing.pause(id);
        frames.say(Flash.good("Paused. What happens meanwhile is told when you resume it."));
        return back(visitor, id);
    }

    @PostMapping("/{id}/resume")
    View resume(Visitor visitor, @PathVariable long id) {
        subscribing.resume(id);
        frames.say(Flash.good("It is told again, from where it stopped."));
        return back(visitor, id);
    }

    @PostMapping("/{id}/again")
    View again(Visitor visitor, @PathVariable long id) {
        var count = subscribing.again(id);
        frames.say(
                Flash.good(
                        count == 1 ? "One is told again." : "%d are told again.".formatted(count)));
        return back(visitor, id);
    }

    @PostMapping("/{id}/events/{event}/again")
    View again(Visitor visitor, @PathVariable long id, @PathVariable long event) {
        subscribing.again(id, event);
        frames.say(Flash.good("It is told again, under the same name."));
        return back(visitor, id);
    }

    @PostMapping("/{id}/removal")
    View remove(Visitor visitor, @PathVariable long id) {
        subscribing.remove(id);
        frames.say(Flash.good("It is told nothing more."));
        return new RedirectView("/c/%s/subscribers".formatted(visitor.community().slug()));
    }

    private When when(Visitor visitor) {
        return new When(clock.instant(), visitor.locale(), visitor.zone());
    }

    private static View back(Visitor visitor, long id) {
        return new RedirectView("/c/%s/subscribers/%d".formatted(visitor.community().slug(), id));
    }
}
