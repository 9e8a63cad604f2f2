package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
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

    private final InvitationDoor doors;
    private final FirstPasskey passkey;
    private final SiteUrl site;
    private final Admissions admissions;
    private final Accounts accounts;
    private final Phrasebook phrases;
    private final Html html;
    private final ObjectProvider<SignedIn> signedIn;

    JoinPage(
            InvitationDoor doors,
            FirstPasskey passkey,
            SiteUrl site,
            Admissions admissions,
            Accounts accounts,
            Phrasebook phrases,
            Html html,
            ObjectProvider<SignedIn> signedIn) {
        this.doors = doors;
        this.passkey = passkey;
        this.site = site;
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

    /// @param way passkey or password, as chosen; empty before
    /// @param host the only one a passkey of this installation is good for
    record Join(
            PublicPage page,
            Words words,
            Door door,
            Invitation invitation,
            Reader reader,
            String signedInAs,
            String name,
            String way,
            String host,
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
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String way)
            throws Exception {
        var open = doors.open(slug, secret);
        if (who == null) {
            new WayBack().saveRequest(request, response); // back here after signing in
        }
        var pending = passkey.pending(request, open.path());
        var name = pending == null ? "" : pending.newcomer().name();
        return view(request, open, who, name, way, Map.of());
    }

    @PostMapping
    View join(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Principal who,
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String way)
            throws Exception {
        var open = doors.open(slug, secret);
        var door = open.door();
        var invitation = open.invitation();
        if (who != null) {
            var account = accounts.find(who.getName()).orElseThrow();
            Here.as(door.id(), account.id(), () -> admissions.accept(invitation, account));
            return new RedirectView("/c/" + slug + "/today");
        }
        var newcomer = new Newcomer(name, invitation.email());
        var words = phrases.of(request);
        var byPasskey = "passkey".equals(way);
        var wrong = byPasskey ? newcomer.objections(words) : newcomer.objections(words, password);
        if (!wrong.isEmpty() || accounts.find(invitation.email()).isPresent()) {
            response.setStatus(422);
            return view(request, open, null, name, way, wrong);
        }
        if (byPasskey) {
            passkey.begin(request, new FirstPasskey.Pending(open.path(), newcomer, ""));
            return new RedirectView(open.path() + "/passkey");
        }
        var made =
                Here.as(
                        door.id(),
                        null,
                        () ->
                                admissions.accept(
                                        invitation, newcomer, new Opener.Password(password)));
        signedIn.getObject().as(made.email(), request, response);
        return new RedirectView("/account/welcome");
    }

    private View view(
            HttpServletRequest request,
            InvitationDoor.Open open,
            @Nullable Principal who,
            String name,
            String way,
            Map<String, String> wrong) {
        var door = open.door();
        var invitation = open.invitation();
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
                        way,
                        site.host(),
                        wrong));
    }
}
