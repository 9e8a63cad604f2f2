package org.folkmoot.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.folkmoot.access.Door;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Reaching;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where anybody chooses what they want to hear of, and confirms it by the link in a mail.
@Controller
@RequestMapping("/p/{slug}")
class SubscribePage {

    private final Subscribing subscribing;
    private final PublicDoor doors;
    private final Phrasebook phrases;
    private final Html html;
    private final Clock clock;

    SubscribePage(
            Subscribing subscribing, PublicDoor doors, Phrasebook phrases, Html html, Clock clock) {
        this.subscribing = subscribing;
        this.doors = doors;
        this.phrases = phrases;
        this.html = html;
        this.clock = clock;
    }

    /// @param possible false without a mail server
    /// @param error what is in the way, empty for nothing
    record Form(
            PublicPage page,
            Words words,
            List<Purposes.Known> offered,
            boolean possible,
            String email,
            Set<String> chosen,
            String error) {}

    /// A page that only says something.
    record Said(PublicPage page) {}

    /// @param chosen what she is about to agree to
    record Confirm(PublicPage page, Words words, List<Purposes.Known> chosen) {}

    @GetMapping("/subscribe")
    View show(HttpServletRequest request, @PathVariable String slug) throws Exception {
        return doors.in(slug, door -> form(request, door, "", Set.of(), ""));
    }

    @PostMapping("/subscribe")
    View send(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) Set<String> purpose)
            throws Exception {
        var chosen = purpose == null ? Set.<String>of() : purpose;
        return doors.in(
                slug,
                door -> {
                    var words = phrases.of(request);
                    var address = Reaching.mail(email);
                    var wanted =
                            subscribing.offered().stream()
                                    .filter(k -> chosen.contains(k.key()))
                                    .toList();
                    if (address == null || wanted.isEmpty() || !subscribing.possible(door)) {
                        response.setStatus(422);
                        return form(
                                request,
                                door,
                                email,
                                chosen,
                                words.of(address == null ? "email.wrong" : "consent.choose"));
                    }
                    if (!subscribing.open(
                            door,
                            words,
                            address,
                            wanted,
                            request.getRemoteAddr(),
                            clock.instant())) {
                        response.setStatus(429);
                        return form(
                                request, door, email, chosen, words.of("consent.subscribe.slower"));
                    }
                    return said(request, door, "consent.sent");
                });
    }

    @GetMapping("/confirm/{signed}")
    View ask(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return doors.in(
                slug,
                door -> {
                    var opening = open(signed);
                    var chosen =
                            subscribing.offered().stream()
                                    .filter(k -> opening.purposes().contains(k.key()))
                                    .toList();
                    var words = phrases.of(request);
                    return html.render(
                            "consent/confirm",
                            new Confirm(page(request, door, "consent.confirm"), words, chosen));
                });
    }

    @PostMapping("/confirm/{signed}")
    View confirm(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return doors.in(
                slug,
                door -> {
                    if (!subscribing.confirm(open(signed), clock.instant())) {
                        throw new Refusal.NotFound("This page");
                    }
                    return said(request, door, "consent.confirmed");
                });
    }

    private Openings.Opening open(String signed) {
        return subscribing
                .find(signed, clock.instant())
                .orElseThrow(() -> new Refusal.NotFound("This page"));
    }

    private View form(
            HttpServletRequest request, Door door, String email, Set<String> chosen, String error) {
        var words = phrases.of(request);
        return html.render(
                "consent/subscribe",
                new Form(
                        page(request, door, "consent.subscribe"),
                        words,
                        subscribing.offered(),
                        subscribing.possible(door),
                        email,
                        chosen,
                        error));
    }

    private View said(HttpServletRequest request, Door door, String key) {
        return html.render("consent/said", new Said(page(request, door, key)));
    }

    private PublicPage page(HttpServletRequest request, Door door, String key) {
        var words = phrases.of(request);
        return PublicPages.page(
                request,
                words,
                door.name(),
                words.of(key + ".title", door.name()),
                words.of(key + ".lede", door.name()));
    }
}
