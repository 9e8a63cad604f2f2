package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.folkmoot.store.Here;
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
    private final PasskeyStep step;

    JoinPasskey(
            InvitationDoor door, Admissions admissions, FirstPasskey passkey, PasskeyStep step) {
        this.door = door;
        this.admissions = admissions;
        this.passkey = passkey;
        this.step = step;
    }

    @GetMapping
    View page(HttpServletRequest request, @PathVariable String slug, @PathVariable String secret)
            throws Exception {
        var open = door.open(slug, secret);
        var pending = passkey.pending(request, open.path());
        return pending == null
                ? new RedirectView(open.path())
                : step.page(request, pending, open.door().name());
    }

    @PostMapping("/options")
    ResponseEntity<String> options(
            HttpServletRequest request, @PathVariable String slug, @PathVariable String secret)
            throws Exception {
        return step.options(request, passkey.pending(request, door.open(slug, secret).path()));
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
            return step.tooLate();
        }
        return step.take(
                request,
                response,
                body,
                key ->
                        Optional.of(
                                Here.as(
                                                open.door().id(),
                                                null,
                                                () ->
                                                        admissions.accept(
                                                                open.invitation(),
                                                                pending.newcomer(),
                                                                key))
                                        .email()),
                "/c/" + slug + "/today");
    }
}
