package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The first visit: a community and the account of its first lead.
@Controller
class SetupPage {

    static final String PATH = "/setup";

    private final Founding founding;
    private final FirstPasskey passkey;
    private final SiteUrl site;
    private final Doors doors;
    private final Html html;
    private final Phrasebook phrases;
    private final ObjectProvider<SignedIn> signedIn;

    SetupPage(
            Founding founding,
            FirstPasskey passkey,
            SiteUrl site,
            Doors doors,
            Html html,
            Phrasebook phrases,
            ObjectProvider<SignedIn> signedIn) {
        this.founding = founding;
        this.passkey = passkey;
        this.site = site;
        this.doors = doors;
        this.html = html;
        this.phrases = phrases;
        this.signedIn = signedIn;
    }

    /// What the form holds.
    record Form(
            String community,
            String slug,
            String kind,
            String timezone,
            String name,
            String email,
            String password,
            @Nullable String way) {

        static final Form EMPTY = new Form("", "", "other", "", "", "", "", "");

        Newcomer lead() {
            return new Newcomer(name, email);
        }

        /// Passkey or password; empty before somebody chose.
        String chosen() {
            return Objects.requireNonNullElse(way, "");
        }

        boolean byPasskey() {
            return "passkey".equals(way);
        }

        /// Never shows the password.
        @Override
        public String toString() {
            return "Form";
        }
    }

    /// @param already whether there is a community, made by the command line. Whoever comes first
    ///     may found another, but is not let into that one: it may hold people
    record Setup(
            PublicPage page,
            Words words,
            Form form,
            Map<String, String> wrong,
            List<Doors.Kind> kinds,
            List<String> zones,
            String host,
            boolean already) {

        String error(String field) {
            return wrong.getOrDefault(field, "");
        }
    }

    @GetMapping("/setup")
    View page(HttpServletRequest request, @RequestParam(defaultValue = "") String way) {
        if (founding.isDone()) {
            return new RedirectView("/");
        }
        var pending = passkey.pending(request, PATH);
        var form =
                pending != null && pending.form() instanceof Founding.Charter charter
                        ? again(charter, pending.newcomer(), way)
                        : Form.EMPTY;
        return view(request, form, Map.of());
    }

    private static Form again(Founding.Charter c, Newcomer who, String way) {
        return new Form(
                c.name(), c.slug(), c.kind(), c.timezone(), who.name(), who.email(), "", way);
    }

    @PostMapping("/setup")
    View found(HttpServletRequest request, HttpServletResponse response, Form given)
            throws Exception {
        if (founding.isDone()) {
            return new RedirectView("/");
        }
        var words = phrases.of(request);
        var form = given.slug().isBlank() ? suggested(given) : given;
        var wrong = objections(form, words);
        if (wrong.isEmpty() && form.byPasskey()) {
            passkey.begin(
                    request, new FirstPasskey.Pending(PATH, form.lead(), charter(form, words)));
            return new RedirectView("/setup/passkey");
        }
        if (wrong.isEmpty()) {
            try {
                var done =
                        founding.found(
                                charter(form, words),
                                form.lead(),
                                new Opener.Password(form.password()));
                if (done.isEmpty()) {
                    return new RedirectView("/");
                }
                signedIn.getObject().as(Accounts.address(form.email()), request, response);
                return new RedirectView("/account/welcome");
            } catch (Refusal.Unusable e) {
                wrong.put("slug", String.valueOf(e.getMessage()));
            }
        }
        response.setStatus(422);
        return view(request, form, wrong);
    }

    private static Founding.Charter charter(Form form, Words words) {
        return new Founding.Charter(
                form.community().strip(),
                form.slug().strip(),
                form.kind(),
                form.timezone().strip(),
                words.locale().toLanguageTag());
    }

    private Form suggested(Form f) {
        return new Form(
                f.community(),
                doors.slugFrom(f.community()),
                f.kind(),
                f.timezone(),
                f.name(),
                f.email(),
                f.password(),
                f.way());
    }

    private Map<String, String> objections(Form form, Words words) {
        var wrong = new LinkedHashMap<String, String>();
        if (form.community().isBlank() || form.community().length() > 200) {
            wrong.put("community", words.of("setup.community.needed"));
        }
        if (!doors.isSlug(form.slug().strip())) {
            wrong.put("slug", words.of("setup.slug.wrong"));
        }
        if (doors.kinds().stream().noneMatch(kind -> kind.key().equals(form.kind()))) {
            wrong.put("kind", words.of("setup.kind.wrong"));
        }
        if (!Zones.known(form.timezone().strip())) {
            wrong.put("timezone", words.of("setup.timezone.wrong"));
        }
        wrong.putAll(
                form.byPasskey()
                        ? form.lead().objections(words)
                        : form.lead().objections(words, form.password()));
        return wrong;
    }

    private View view(HttpServletRequest request, Form form, Map<String, String> wrong) {
        var words = phrases.of(request);
        return html.render(
                "access/setup",
                new Setup(
                        PublicPages.page(
                                request,
                                words,
                                "Folkmoot",
                                words.of("setup.title"),
                                words.of("setup.lede")),
                        words,
                        form,
                        wrong,
                        doors.kinds(),
                        Zones.all(),
                        site.host(),
                        !doors.all().isEmpty()));
    }
}
