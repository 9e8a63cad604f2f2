package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The last step of a first visit without a password: the passkey of the first lead. Nothing is
/// founded before it is there.
@Controller
class SetupPasskey {

    private final Founding founding;
    private final FirstPasskey passkey;
    private final SiteUrl site;
    private final Html html;
    private final Phrasebook phrases;
    private final ObjectProvider<SignedIn> signedIn;

    SetupPasskey(
            Founding founding,
            FirstPasskey passkey,
            SiteUrl site,
            Html html,
            Phrasebook phrases,
            ObjectProvider<SignedIn> signedIn) {
        this.founding = founding;
        this.passkey = passkey;
        this.site = site;
        this.html = html;
        this.phrases = phrases;
        this.signedIn = signedIn;
    }

    @GetMapping("/setup/passkey")
    View page(HttpServletRequest request) {
        var pending = passkey.pending(request, SetupPage.PATH);
        if (founding.isDone() || pending == null) {
            return new RedirectView(SetupPage.PATH);
        }
        var words = phrases.of(request);
        return html.render(
                "access/passkey",
                new PasskeyStep(
                        PublicPages.page(
                                request,
                                words,
                                "Folkmoot",
                                words.of("firstPasskey.title"),
                                words.of("firstPasskey.lede", pending.newcomer().email())),
                        words,
                        site.host(),
                        "/setup/passkey",
                        "/setup?way=password"));
    }

    @PostMapping("/setup/passkey/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        var pending = passkey.pending(request, SetupPage.PATH);
        return founding.isDone() || pending == null
                ? passkey.refused(FirstPasskey.tooLate())
                : passkey.ask(request, pending);
    }

    @PostMapping("/setup/passkey")
    ResponseEntity<String> found(
            HttpServletRequest request, HttpServletResponse response, @RequestBody String body)
            throws Exception {
        var pending = passkey.pending(request, SetupPage.PATH);
        if (pending == null || !(pending.form() instanceof Founding.Charter charter)) {
            return passkey.refused(FirstPasskey.tooLate());
        }
        try {
            var key = passkey.given(request, body);
            if (founding.found(charter, pending.newcomer(), key).isPresent()) {
                passkey.done(request);
                signedIn.getObject()
                        .as(Accounts.address(pending.newcomer().email()), request, response);
            }
            return passkey.onward("/");
        } catch (Refusal.Unusable e) {
            return passkey.refused(e);
        }
    }
}
