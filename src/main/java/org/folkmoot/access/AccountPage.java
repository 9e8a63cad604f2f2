package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.When;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One's own account: name, language, time zone, password, passkeys, and where one is signed in.
@Controller
class AccountPage {

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasskeyOwners owners;
    private final Sessions sessions;
    private final AccountTrail trail;
    private final PasswordChange passwords;
    private final FrontPage front;
    private final List<OwnSetting> own;
    private final Phrasebook phrases;
    private final Html html;
    private final Clock clock;

    AccountPage(
            Accounts accounts,
            Passkeys passkeys,
            PasskeyOwners owners,
            Sessions sessions,
            AccountTrail trail,
            PasswordChange passwords,
            FrontPage front,
            List<OwnSetting> own,
            Phrasebook phrases,
            Html html,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.owners = owners;
        this.sessions = sessions;
        this.trail = trail;
        this.passwords = passwords;
        this.front = front;
        this.own = own;
        this.phrases = phrases;
        this.html = html;
        this.clock = clock;
    }

    @GetMapping("/account")
    View page(
            Principal who,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String said)
            throws Exception {
        return view("access/account", mine(who), request, said, Map.of());
    }

    /// Offers a passkey to somebody who has just got an account.
    @GetMapping("/account/welcome")
    View welcome(Principal who, HttpServletRequest request) throws Exception {
        return view("access/welcome", mine(who), request, null, Map.of());
    }

    @PostMapping("/account")
    View change(
            Principal who,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String name,
            @RequestParam String language,
            @RequestParam String timezone)
            throws Exception {
        var account = mine(who);
        var words = phrases.of(request);
        var wrong = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.length() > 200) {
            wrong.put("name", words.of("name.needed"));
        }
        if (!timezone.isBlank() && !Zones.known(timezone.strip())) {
            wrong.put("timezone", words.of("setup.timezone.wrong"));
        }
        var locale = Locale.forLanguageTag(language.strip());
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return view("access/account", account, request, null, wrong);
        }
        accounts.change(
                account.id(),
                name.strip(),
                locale.getLanguage().isEmpty() ? null : locale.toLanguageTag(),
                timezone.isBlank() ? null : timezone.strip());
        request.getSession()
                .setAttribute(
                        ReaderLocale.CHOSEN,
                        locale.getLanguage().isEmpty() ? null : locale.toLanguageTag());
        return new RedirectView("/account?said=saved");
    }

    @PostMapping("/account/password")
    View password(
            Principal who,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            @RequestParam(defaultValue = "") String current,
            @RequestParam String password)
            throws Exception {
        var account = mine(who);
        var words = phrases.of(request);
        switch (passwords.change(account, current, password)) {
            case PasswordChange.Changed _ -> {}
            case PasswordChange.Wrong(var fields) -> {
                response.setStatus(422);
                var wrong = new LinkedHashMap<String, String>();
                fields.forEach((field, key) -> wrong.put(field, words.of(key)));
                return view("access/account", account, request, null, wrong);
            }
            case PasswordChange.TooMany(var left) -> {
                response.setStatus(429);
                response.setHeader("Retry-After", Long.toString(left.toSeconds() + 1));
                var wait = words.of("account.password.tooMany", SignInPage.wait(left, words));
                return view("access/account", account, request, null, Map.of("current", wait));
            }
        }
        sessions.endOthers(account.email(), session.getId());
        trail.record(account, "password changed");
        return new RedirectView("/account?said=password");
    }

    @PostMapping("/account/passkeys/{id}/removal")
    View removePasskey(Principal who, @PathVariable String id) throws Exception {
        var account = mine(who);
        switch (passkeys.remove(account.id(), id)) {
            case REMOVED -> {}
            case UNKNOWN -> throw new Refusal.NotFound("This passkey");
            case LAST_WAY_IN ->
                    throw new Refusal.Unusable(
                            "This passkey is your only way in. Set a password or add another passkey first.");
        }
        trail.record(account, "passkey removed");
        return new RedirectView("/account?said=passkey");
    }

    @PostMapping("/account/sessions/{name}/end")
    View endSession(Principal who, @PathVariable String name) {
        sessions.end(who.getName(), name);
        return new RedirectView("/account?said=session");
    }

    @PostMapping("/account/sessions/end")
    View endAll(Principal who, HttpSession session) {
        sessions.endOthers(who.getName(), session.getId());
        session.invalidate();
        return new RedirectView("/sign-in?left");
    }

    private Account mine(Principal who) {
        return accounts.find(who.getName()).orElseThrow(() -> new Refusal.NotFound("Your account"));
    }

    private List<CredentialRecord> passkeysOf(Account account) {
        var owner = owners.findByUsername(account.email());
        return owner == null ? List.of() : passkeys.findByUserId(owner.getId());
    }

    private static String said(@Nullable String what, Words words) {
        return what != null && what.matches("saved|password|passkey|session")
                ? words.of("account.said." + what)
                : "";
    }

    /// One's own, else that of the community last visited.
    private ZoneId zone(Account account) throws Exception {
        var own = account.zone();
        return own != null ? own : front.nearest(account).map(Door::zone).orElse(ZoneOffset.UTC);
    }

    private View view(
            String template,
            Account account,
            HttpServletRequest request,
            @Nullable String said,
            Map<String, String> wrong)
            throws Exception {
        var words = phrases.of(request);
        var welcome = template.endsWith("welcome");
        var title = welcome ? words.of("welcome.title", account.name()) : words.of("account.title");
        return html.render(
                template,
                new Mine(
                        PublicPages.page(
                                request,
                                words,
                                "Folkmoot",
                                title,
                                welcome ? words.of("welcome.lede") : account.email()),
                        words,
                        new When(clock.instant(), words.locale(), zone(account)),
                        account,
                        passkeysOf(account),
                        sessions.of(account.email(), request.getSession().getId()),
                        Zones.all(),
                        front.home(account),
                        said(said, words),
                        wrong,
                        own));
    }
}
