package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The last step of an invitation taken up without a password. The account and its place in the
/// team are made together with the passkey.
@Controller
@RequestMapping("/join/{slug}/{secret}/passkey")
class JoinPasskey {

    private final InvitationDoor door;
    private final Admissions admissions;
    private final FirstPasskey passkey;
    private final SiteUrl site;
    private final Html html;
    private final Phrasebook phrases;
    private final ObjectProvider<SignedIn> signedIn;

    JoinPasskey(
            InvitationDoor door,
            Admissions admissions,
            FirstPasskey passkey,
            SiteUrl site,
            Html html,
            Phrasebook phrases,
            ObjectProvider<SignedIn> signedIn) {
        this.door = door;
        this.admissions = admissions;
        this.passkey = passkey;
        this.site = site;
        this.html = html;
        this.phrases = phrases;
        this.signedIn = signedIn;
    }

    @GetMapping
    View page(HttpServletRequest request, @PathVariable String slug, @PathVariable String secret)
            throws Exception {
        var open = door.open(slug, secret);
        var pending = passkey.pending(request, open.path());
        if (pending == null) {
            return new RedirectView(open.path());
        }
        var words = phrases.of(request);
        return html.render(
                "access/passkey",
                new PasskeyStep(
                        PublicPages.page(
                                request,
                                words,
                                open.door().name(),
                                words.of("firstPasskey.title"),
                                words.of("firstPasskey.lede", pending.newcomer().email())),
                        words,
                        site.host(),
                        open.path() + "/passkey",
                        open.path() + "?way=password"));
    }

    @PostMapping("/options")
    ResponseEntity<String> options(
            HttpServletRequest request, @PathVariable String slug, @PathVariable String secret)
            throws Exception {
        var pending = passkey.pending(request, door.open(slug, secret).path());
        return pending == null
                ? passkey.refused(FirstPasskey.tooLate())
                : passkey.ask(request, pending);
    }

    @PostMapping
    ResponseEntity<String> join(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestBody String body)
            throws Exception {
        var open = door.open(slug, secret);
        var pending = passkey.pending(request, open.path());
        if (pending == null) {
            return passkey.refused(FirstPasskey.tooLate());
        }
        try {
            var key = passkey.given(request, body);
            var made =
                    Here.as(
                            open.door().id(),
                            null,
                            () -> admissions.accept(open.invitation(), pending.newcomer(), key));
            passkey.done(request);
            signedIn.getObject().as(made.email(), request, response);
            return passkey.onward("/c/" + slug + "/today");
        } catch (Refusal.Unusable e) {
            return passkey.refused(e);
        }
    }
}
