package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where the link of an invitation leads: into the team, with the account one has or a new one.
@Controller
@RequestMapping("/join/{slug}/{secret}")
class JoinPage {

    private final Doors doors;
    private final Invitations invitations;
    private final Admissions admissions;
    private final Accounts accounts;
    private final Phrasebook phrases;
    private final Html html;
    private final ObjectProvider<SignedIn> signedIn;

    JoinPage(
            Doors doors,
            Invitations invitations,
            Admissions admissions,
            Accounts accounts,
            Phrasebook phrases,
            Html html,
            ObjectProvider<SignedIn> signedIn) {
        this.doors = doors;
        this.invitations = invitations;
        this.admissions = admissions;
        this.accounts = accounts;
        this.phrases = phrases;
        this.html = html;
        this.signedIn = signedIn;
    }

    /// Who reads the page: signed in, known but not signed in, or new.
    enum Reader {
        SIGNED_IN,
        KNOWN,
        NEW
    }

    record Join(
            PublicPage page,
            Words words,
            Door door,
            Invitation invitation,
            Reader reader,
            String signedInAs,
            String name,
            Map<String, String> wrong) {

        String error(String field) {
            return wrong.getOrDefault(field, "");
        }
    }

    @GetMapping
    View page(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Principal who,
            @PathVariable String slug,
            @PathVariable String secret)
            throws Exception {
        var door = door(slug);
        var invitation = invitation(door, secret);
        if (who == null) {
            new WayBack().saveRequest(request, response); // back here after signing in
        }
        return view(request, door, invitation, who, "", Map.of());
    }

    @PostMapping
    View join(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Principal who,
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password)
            throws Exception {
        var door = door(slug);
        var invitation = invitation(door, secret);
        if (who != null) {
            var account = accounts.find(who.getName()).orElseThrow();
            within(door, account.id(), () -> admissions.accept(invitation, account, null));
            return new RedirectView("/c/" + slug + "/today");
        }
        var newcomer = new Newcomer(name, invitation.email(), password);
        var wrong = newcomer.objections(phrases.of(request));
        if (!wrong.isEmpty() || accounts.find(invitation.email()).isPresent()) {
            response.setStatus(422);
            return view(request, door, invitation, null, name, wrong);
        }
        var made = within(door, null, () -> admissions.accept(invitation, null, newcomer));
        signedIn.getObject().as(made.email(), request, response);
        return new RedirectView("/account/welcome");
    }

    private Door door(String slug) {
        return doors.find(slug).orElseThrow(JoinPage::gone);
    }

    private Invitation invitation(Door door, String secret) throws Exception {
        return within(door, null, () -> invitations.find(secret)).orElseThrow(JoinPage::gone);
    }

    private static Refusal gone() {
        return new Refusal.NotFound("This invitation");
    }

    private static <T> T within(Door door, @Nullable Long account, Callable<T> work)
            throws Exception {
        return Here.as(door.id(), account, work);
    }

    private View view(
            HttpServletRequest request,
            Door door,
            Invitation invitation,
            @Nullable Principal who,
            String name,
            Map<String, String> wrong) {
        var words = phrases.of(request);
        var reader =
                who != null
                        ? Reader.SIGNED_IN
                        : accounts.find(invitation.email()).isPresent() ? Reader.KNOWN : Reader.NEW;
        return html.render(
                "access/join",
                new Join(
                        PublicPages.page(
                                request,
                                words,
                                door.name(),
                                words.of("join.title", door.name()),
                                words.of(
                                        "join.lede",
                                        invitation.by(),
                                        words.of("role." + invitation.role().key()))),
                        words,
                        door,
                        invitation,
                        reader,
                        who == null ? "" : Objects.requireNonNull(who.getName()),
                        name,
                        wrong));
    }
}
