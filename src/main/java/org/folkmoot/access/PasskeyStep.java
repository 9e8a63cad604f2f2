package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// The last step on the way to an account without a password, the same for the first lead and for
/// the invited: the page that makes the passkey, and what it sends. Its address lies below the page
/// where the way began.
@Component
class PasskeyStep {

    private final FirstPasskey passkey;
    private final SiteUrl site;
    private final Html html;
    private final Phrasebook phrases;
    private final ObjectProvider<SignedIn> signedIn;

    PasskeyStep(
            FirstPasskey passkey,
            SiteUrl site,
            Html html,
            Phrasebook phrases,
            ObjectProvider<SignedIn> signedIn) {
        this.passkey = passkey;
        this.site = site;
        this.html = html;
        this.phrases = phrases;
        this.signedIn = signedIn;
    }

    /// @param host the only one a passkey of this installation is good for
    /// @param post where the passkey goes; below it, `/options` says what to make
    /// @param instead where a password may be chosen after all
    record Step(PublicPage page, Words words, String host, String post, String instead) {}

    /// What the passkey makes possible.
    interface Making {

        /// Whom to sign in now, by their address; nobody when another was quicker.
        ///
        /// @throws Refusal.Unusable in words for the person
        Optional<String> with(Opener.Passkey key) throws Exception;
    }

    /// @param of whose page it is: the community's name, or the product's
    View page(HttpServletRequest request, FirstPasskey.Pending pending, String of) {
        var words = phrases.of(request);
        return html.render(
                "access/passkey",
                new Step(
                        PublicPages.page(
                                request,
                                words,
                                of,
                                words.of("firstPasskey.title"),
                                words.of("firstPasskey.lede", pending.newcomer().email())),
                        words,
                        site.host(),
                        pending.where() + "/passkey",
                        pending.where() + "?way=password"));
    }

    /// What the browser shall make; a refusal when nobody is on the way.
    ResponseEntity<String> options(
            HttpServletRequest request, FirstPasskey.@Nullable Pending pending) {
        return pending == null ? tooLate() : passkey.ask(request, pending);
    }

    /// Takes the passkey, makes what it is for, signs in and says where to go.
    ResponseEntity<String> take(
            HttpServletRequest request,
            HttpServletResponse response,
            String body,
            Making making,
            String onward)
            throws Exception {
        try {
            var who = making.with(passkey.given(request, body));
            if (who.isPresent()) {
                passkey.done(request);
                signedIn.getObject().as(who.get(), request, response);
            }
            return passkey.onward(onward);
        } catch (Refusal.Unusable e) {
            return passkey.refused(e);
        }
    }

    ResponseEntity<String> tooLate() {
        return passkey.refused(FirstPasskey.tooLate());
    }
}
