package org.folkmoot.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.privacy.Request.State;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One request: whose it is, what is to be done, and what became of it.
@Controller
@Needs(Permission.HANDLE_PRIVACY)
@RequestMapping("/c/{slug}/privacy/requests/{id}")
class RequestPage {

    private final Requests requests;
    private final Subjects subjects;
    private final Erasures erasures;
    private final Replies replies;
    private final Trail trail;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    RequestPage(
            Requests requests,
            Subjects subjects,
            Erasures erasures,
            Replies replies,
            Trail trail,
            Frames frames,
            Html html,
            Clock clock) {
        this.requests = requests;
        this.subjects = subjects;
        this.erasures = erasures;
        this.replies = replies;
        this.trail = trail;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param person whom the team found it to come from; null until then
    /// @param proposed people with that address
    /// @param erased whether the person was forgotten, or is being
    record Sheet(
            Desk desk,
            When when,
            Request request,
            Subjects.@Nullable Name person,
            List<Subjects.Name> proposed,
            List<Requests.Step> steps,
            boolean mails,
            boolean erased) {

        String path(String below) {
            return desk.home() + "/privacy/requests/" + request.id() + below;
        }
    }

    @GetMapping
    @Needs(Permission.SEE_TRAIL)
    View show(Visitor visitor, @PathVariable long id) {
        var request = requests.get(id);
        var putOn = request.putOn();
        var address = request.address();
        return html.render(
                "privacy/request",
                new Sheet(
                        frames.desk(
                                "Somebody wants " + request.wants().words(),
                                request.open()
                                        ? "Received %s; %s."
                                                .formatted(
                                                        when(visitor).words(request.received()),
                                                        request.clock(clock.instant()))
                                        : "Received %s and closed."
                                                .formatted(
                                                        when(visitor).words(request.received()))),
                        when(visitor),
                        request,
                        putOn == null ? null : subjects.name(putOn),
                        putOn == null && address != null
                                ? subjects.withAddress(address)
                                : List.of(),
                        requests.steps(id),
                        replies.open() && address != null,
                        putOn != null && erasures.of(subjects.get(putOn)).isPresent()));
    }

    private When when(Visitor visitor) {
        return new When(clock.instant(), visitor.locale(), visitor.zone());
    }

    /// @param member a person's number as their profile's address has it; empty takes it back
    @PostMapping("/person")
    View person(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String member) {
        var request = ready(id);
        var before = request.putOn();
        try {
            var whose = member.isBlank() ? null : subjects.get(Long.parseLong(member.strip()));
            requests.from(request, whose == null ? null : whose.member());
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable(
                    "Give the number at the end of the profile's address, like 1204.");
        }
        frames.say(
                Flash.undoable(
                        member.isBlank() ? "It is open again whose it is." : "Decided whose it is.",
                        "/c/%s/privacy/requests/%d/person?member=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        id,
                                        before == null ? "" : before)));
        return back(visitor, id);
    }

    @PostMapping("/work")
    View work(Visitor visitor, @PathVariable long id) {
        var request = ready(id);
        if (request.state() == State.PROVEN) {
            requests.move(request, State.WORKING, "taken up", "", Trail.who());
            frames.say(
                    Flash.undoable(
                            "You took it up.",
                            "/c/%s/privacy/requests/%d/return"
                                    .formatted(visitor.community().slug(), id)));
        }
        return back(visitor, id);
    }

    @PostMapping("/return")
    View putBack(Visitor visitor, @PathVariable long id) {
        var request = ready(id);
        if (request.state() == State.WORKING) {
            requests.move(request, State.PROVEN, "put back", "", Trail.who());
        }
        return back(visitor, id);
    }

    @PostMapping("/extension")
    View extend(Visitor visitor, @PathVariable long id, @RequestParam String reason) {
        var request = ready(id);
        if (request.extended()) {
            throw new Refusal.Unusable("It was extended already; the law allows it once.");
        }
        requests.extend(request, reason(reason));
        frames.say(Flash.good("There are two more months. Tell her why, as the law asks."));
        return back(visitor, id);
    }

    @PostMapping("/copy")
    View copy(Visitor visitor, @PathVariable long id) {
        var request = ready(id);
        if (request.putOn() == null) {
            throw new Refusal.Unusable("Decide first whose it is.");
        }
        if (!replies.sendCopy(request)) {
            throw new Refusal.Unusable(
                    "The mail server did not take the letter. Download the copy from the profile and give it to her yourself.");
        }
        trail.record("copy sent", "member", String.valueOf(request.putOn()), Map.of("request", id));
        frames.say(Flash.good("The link is on its way. It opens once, within 7 days."));
        return back(visitor, id);
    }

    @PostMapping("/answer")
    View answer(Visitor visitor, @PathVariable long id, @RequestParam String words) {
        return close(visitor, id, State.ANSWERED, words);
    }

    @PostMapping("/refusal")
    View refuse(Visitor visitor, @PathVariable long id, @RequestParam String words) {
        return close(visitor, id, State.REFUSED, words);
    }

    private View close(Visitor visitor, long id, State to, String words) {
        var told = replies.close(ready(id), to, reason(words));
        frames.say(
                Flash.good(
                        told
                                ? "Closed, and the answer is on its way."
                                : "Closed. Nothing was mailed: tell them yourself."));
        return back(visitor, id);
    }

    private Request ready(long id) {
        var request = requests.get(id);
        if (!request.ready()) {
            throw new Refusal.OutOfDate("this request");
        }
        return request;
    }

    private static String reason(String typed) {
        var reason = Request.words(typed);
        if (reason.isEmpty()) {
            throw new Refusal.Unusable("Write a sentence: it is kept, and she may ask for it.");
        }
        return reason;
    }

    private static View back(Visitor visitor, long id) {
        return new RedirectView(
                "/c/%s/privacy/requests/%d".formatted(visitor.community().slug(), id));
    }
}
