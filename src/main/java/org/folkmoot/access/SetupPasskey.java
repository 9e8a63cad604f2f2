package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The last step of a first visit without a password: the passkey of the first lead. Nothing is
/// founded before it is there.
@Controller
@RequestMapping("/setup/passkey")
class SetupPasskey {

    private final Founding founding;
    private final FirstPasskey passkey;
    private final PasskeyStep step;

    SetupPasskey(Founding founding, FirstPasskey passkey, PasskeyStep step) {
        this.founding = founding;
        this.passkey = passkey;
        this.step = step;
    }

    @GetMapping
    View page(HttpServletRequest request) {
        var pending = passkey.pending(request, SetupPage.PATH);
        return founding.isDone() || pending == null
                ? new RedirectView(SetupPage.PATH)
                : step.page(request, pending, "Folkmoot");
    }

    @PostMapping("/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return founding.isDone()
                ? step.tooLate()
                : step.options(request, passkey.pending(request, SetupPage.PATH));
    }

    @PostMapping
    ResponseEntity<String> found(
            HttpServletRequest request, HttpServletResponse response, @RequestBody String body)
            throws Exception {
        var pending = passkey.pending(request, SetupPage.PATH);
        if (pending == null || !(pending.form() instanceof Founding.Charter charter)) {
            return step.tooLate();
        }
        return step.take(
                request,
                response,
                body,
                key ->
                        founding.found(charter, pending.newcomer(), key)
                                .map(made -> Accounts.address(pending.newcomer().email())),
                "/");
    }
}
