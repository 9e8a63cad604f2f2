package org.folkmoot.consent;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.access.Door;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.kernel.Refusal;
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

/// Where the link of a mail leads. Opening it changes nothing, since programs that look for harm
/// open every link; a POST ends such mails at once, without session or CSRF token, as mail programs
/// send it (RFC 8058). Saying the same twice does no harm.
@Controller
@RequestMapping("/p/{slug}")
class UnsubscribePage {

    private final Preferences preferences;
    private final Purposes purposes;
    private final PublicDoor doors;
    private final Phrasebook phrases;
    private final Html html;
    private final Clock clock;

    UnsubscribePage(
            Preferences preferences,
            Purposes purposes,
            PublicDoor doors,
            Phrasebook phrases,
            Html html,
            Clock clock) {
        this.preferences = preferences;
        this.purposes = purposes;
        this.doors = doors;
        this.phrases = phrases;
        this.html = html;
        this.clock = clock;
    }

    /// @param done whether it is over already
    /// @param choosing the page of all purposes
    record Sheet(PublicPage page, Words words, boolean done, String choosing) {}

    /// @param saved whether they were saved right now
    record Choosing(
            PublicPage page, Words words, List<Preferences.Choice> choices, boolean saved) {}

    @GetMapping("/unsubscribe/{signed}")
    View ask(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return doors.in(slug, door -> sheet(request, door, signed, mail(signed), false));
    }

    @PostMapping("/unsubscribe/{signed}")
    View end(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return doors.in(
                slug,
                door -> {
                    var mail = mail(signed);
                    preferences.withdraw(mail, clock.instant());
                    return sheet(request, door, signed, mail, true);
                });
    }

    @GetMapping("/preferences/{signed}")
    View choices(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return doors.in(slug, door -> choosing(request, door, mail(signed), false));
    }

    @PostMapping("/preferences/{signed}")
    View choose(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String signed,
            @RequestParam(required = false) Set<String> purpose,
            @RequestParam(defaultValue = "") String nothing)
            throws Exception {
        var wanted = purpose == null ? Set.<String>of() : purpose;
        return doors.in(
                slug,
                door -> {
                    var mail = mail(signed);
                    if (nothing.isEmpty()) {
                        preferences.choose(
                                mail,
                                shown(mail).stream()
                                        .map(c -> c.purpose().key())
                                        .collect(Collectors.toMap(k -> k, wanted::contains)),
                                clock.instant());
                    } else {
                        preferences.nothing(mail, clock.instant());
                    }
                    return choosing(request, door, mail, true);
                });
    }

    private Asked mail(String signed) {
        return preferences.mail(signed).orElseThrow(() -> new Refusal.NotFound("This page"));
    }

    /// What she can choose: what is offered, what she gets, and what this mail was.
    private List<Preferences.Choice> shown(Asked mail) {
        return preferences.of(mail).stream()
                .filter(
                        c ->
                                c.wanted()
                                        || c.purpose().offered()
                                        || c.purpose().key().equals(mail.purpose()))
                .toList();
    }

    private View sheet(
            HttpServletRequest request, Door door, String signed, Asked mail, boolean done) {
        var words = phrases.of(request);
        var name = purposes.get(mail.purpose()).name();
        var key = done ? "consent.ended" : "consent.end";
        return html.render(
                "consent/unsubscribe",
                new Sheet(
                        PublicPages.page(
                                request,
                                words,
                                door.name(),
                                words.of(key + ".title", name),
                                words.of(key + ".lede", name, masked(mail.address()))),
                        words,
                        done,
                        "/p/%s/preferences/%s".formatted(door.slug(), signed)));
    }

    private View choosing(HttpServletRequest request, Door door, Asked mail, boolean saved) {
        var words = phrases.of(request);
        return html.render(
                "consent/preferences",
                new Choosing(
                        PublicPages.page(
                                request,
                                words,
                                door.name(),
                                words.of("consent.preferences.title", door.name()),
                                words.of("consent.preferences.lede", masked(mail.address()))),
                        words,
                        shown(mail),
                        saved));
    }

    /// `a…@engines.example`: whoever was forwarded the mail need not learn the address.
    private static String masked(String address) {
        return address.charAt(0) + "…" + address.substring(address.indexOf('@'));
    }
}
