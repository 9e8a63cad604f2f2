package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.CsvDownload;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The record of processing: for each source why it is kept; those without a reason first.
@Controller
@Needs(Permission.SEE_TRAIL)
@RequestMapping("/c/{slug}/privacy")
class RegisterPage {

    private final Register register;
    private final Frames frames;
    private final Html html;

    RegisterPage(Register register, Frames frames, Html html) {
        this.register = register;
        this.frames = frames;
        this.html = html;
    }

    /// @param editing the source whose line is open; empty for none
    record Sheet(
            Desk desk,
            List<Tab> tabs,
            List<Purpose> purposes,
            Register.@Nullable Contact contact,
            String editing,
            boolean edits,
            String error) {

        List<Purpose.Basis> bases() {
            return List.of(Purpose.Basis.values());
        }

        String path(String below) {
            return desk.home() + "/privacy/register" + below;
        }

        String edit(Purpose purpose) {
            return path("?source=" + URLEncoder.encode(purpose.source(), StandardCharsets.UTF_8));
        }
    }

    @GetMapping("/register")
    View show(Visitor visitor, @RequestParam(defaultValue = "") String source) {
        return show(visitor, source, register.contact().orElse(null), "");
    }

    private View show(
            Visitor visitor, String source, Register.@Nullable Contact contact, String error) {
        var all = register.all();
        var missing = all.stream().filter(p -> p.basis() == null).count();
        return html.render(
                "privacy/register",
                new Sheet(
                        frames.desk(
                                "Privacy",
                                missing == 0
                                        ? "Why each source is kept: your record of processing."
                                        : missing == 1
                                                ? "One source is kept and nobody has said why."
                                                : missing
                                                        + " sources are kept and nobody has said why."),
                        PrivacyRail.tabs(visitor, "register"),
                        all,
                        contact,
                        source,
                        visitor.may(Permission.HANDLE_PRIVACY),
                        error));
    }

    @PostMapping("/register")
    @Needs(Permission.HANDLE_PRIVACY)
    View say(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam String source,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String origin,
            @RequestParam(defaultValue = "") String keeps) {
        var before = register.of(source);
        try {
            register.say(before.because(basis, purpose, origin, keeps));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return show(
                    visitor,
                    source,
                    register.contact().orElse(null),
                    String.valueOf(e.getMessage()));
        }
        frames.say(
                before.basis() == null
                        ? Flash.undoable(
                                "Said why it is kept. Members read it on their page.",
                                "/c/%s/privacy/register/removal?source=%s"
                                        .formatted(
                                                visitor.community().slug(),
                                                URLEncoder.encode(source, StandardCharsets.UTF_8)))
                        : Flash.undoable(
                                "Changed why it is kept. Members read it on their page.",
                                "/c/%s/privacy/register?%s"
                                        .formatted(visitor.community().slug(), query(before))));
        return back(visitor);
    }

    private static String query(Purpose purpose) {
        var basis = purpose.basis();
        return "source=%s&basis=%s&purpose=%s&origin=%s&keeps=%s"
                .formatted(
                        coded(purpose.source()),
                        basis == null ? "" : basis.key(),
                        coded(purpose.purpose()),
                        coded(purpose.origin()),
                        coded(purpose.keeps()));
    }

    private static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @PostMapping("/register/removal")
    @Needs(Permission.HANDLE_PRIVACY)
    View unsay(Visitor visitor, @RequestParam String source) {
        register.unsay(register.of(source).source());
        frames.say(Flash.good("Taken back: nobody has said why it is kept."));
        return back(visitor);
    }

    @PostMapping("/contact")
    @Needs(Permission.HANDLE_PRIVACY)
    View contact(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String controller,
            @RequestParam(defaultValue = "") String address) {
        var before = register.contact().orElse(null);
        try {
            register.contact(
                    controller.isBlank() && address.isBlank()
                            ? null
                            : Register.Contact.of(controller, address));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return show(
                    visitor,
                    "",
                    new Register.Contact(controller, address),
                    String.valueOf(e.getMessage()));
        }
        frames.say(
                Flash.undoable(
                        "Members see it on their page.",
                        "/c/%s/privacy/contact?controller=%s&address=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        before == null ? "" : coded(before.controller()),
                                        before == null ? "" : coded(before.address()))));
        return back(visitor);
    }

    @GetMapping("/register.csv")
    void csv(Visitor visitor, HttpServletResponse response) throws IOException {
        CsvDownload.send(
                response,
                visitor.community().slug() + "-record-of-processing",
                List.of("source", "name", "platform", "basis", "purpose", "origin", "retention"),
                row ->
                        register.all()
                                .forEach(
                                        p ->
                                                row.of(
                                                        p.source(),
                                                        p.label(),
                                                        p.platform(),
                                                        p.basis() == null ? "" : p.basis().words(),
                                                        p.purpose(),
                                                        p.origin(),
                                                        p.keeps())));
    }

    private static View back(Visitor visitor) {
        return new RedirectView("/c/%s/privacy/register".formatted(visitor.community().slug()));
    }
}
