package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.privacy.Request.Wants;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What members asked about their data, the first due first, and a form for what came another way.
@Controller
@Needs(Permission.SEE_TRAIL)
@RequestMapping("/c/{slug}/privacy")
class RequestsPage {

    private static final int SHOWN = 200;

    private final Requests requests;
    private final Register register;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    RequestsPage(Requests requests, Register register, Frames frames, Html html, Clock clock) {
        this.requests = requests;
        this.register = register;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param unproven how many wait for their proof
    /// @param contact whether it is said whom members write to
    /// @param address as typed into the form by hand
    record Listing(
            Desk desk,
            When when,
            List<Tab> tabs,
            List<Request> requests,
            long unproven,
            boolean contact,
            boolean handles,
            String address,
            String words,
            String error) {

        String publicPage() {
            return "/p/" + desk.community().slug() + "/privacy";
        }
    }

    @GetMapping
    View list(Visitor visitor) {
        return list(visitor, "", "", "");
    }

    private View list(Visitor visitor, String address, String words, String error) {
        var all = requests.list(SHOWN);
        var open = all.stream().filter(Request::open).count();
        return html.render(
                "privacy/requests",
                new Listing(
                        frames.desk(
                                "Privacy",
                                open == 0
                                        ? "Nobody waits for an answer about their data."
                                        : open == 1
                                                ? "One request waits for an answer. The law gives you a month."
                                                : open
                                                        + " requests wait for an answer. The law gives you a month for each."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        PrivacyRail.tabs(visitor, ""),
                        all,
                        requests.unproven(),
                        register.contact().isPresent(),
                        visitor.may(Permission.HANDLE_PRIVACY),
                        address,
                        words,
                        error));
    }

    /// Enters what came by letter, by phone or in person.
    @PostMapping("/requests")
    @Needs(Permission.HANDLE_PRIVACY)
    View enter(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam String wants,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String words) {
        try {
            var id =
                    requests.add(
                            Wants.of(wants),
                            address.isBlank() ? null : Request.address(address),
                            Request.words(words),
                            visitor.community().locale(),
                            Request.State.PROVEN,
                            Trail.who());
            frames.say(
                    Flash.good(
                            "The request is entered, and its clock runs from now. Decide whose it is."));
            return new RedirectView(
                    "/c/%s/privacy/requests/%d".formatted(visitor.community().slug(), id));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return list(visitor, address, words, String.valueOf(e.getMessage()));
        }
    }
}
