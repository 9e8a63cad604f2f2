package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where people sign in, with password or passkey.
@Controller
class SignInPage {

    private final Html html;
    private final Phrasebook phrases;

    SignInPage(Html html, Phrasebook phrases) {
        this.html = html;
        this.phrases = phrases;
    }

    /// @param error what went wrong, in words; empty for nothing
    /// @param note something to know; empty for nothing
    record SignIn(PublicPage page, Words words, String email, String error, String note) {

        Desk.Csrf csrf() {
            return java.util.Objects.requireNonNull(page.csrf());
        }
    }

    @GetMapping("/sign-in")
    View page(HttpServletRequest request, @RequestParam(required = false) @Nullable String left) {
        var words = phrases.of(request);
        var note = left == null ? "" : words.of("signIn.left");
        return html.render("access/signin", view(request, words, "", note));
    }

    /// The same page after an attempt that failed, with the address kept.
    void again(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var words = phrases.of(request);
        var error =
                e instanceof PasswordSignIn.TooMany many
                        ? words.of("signIn.tooMany", wait(many.left(), words))
                        : words.of("signIn.wrong");
        response.setStatus(
                e instanceof PasswordSignIn.TooMany
                        ? HttpStatus.TOO_MANY_REQUESTS.value()
                        : HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (e instanceof PasswordSignIn.TooMany many) {
            response.setHeader("Retry-After", Long.toString(many.left().toSeconds() + 1));
        }
        html.write(response, "access/signin", Map.of("it", view(request, words, error, "")));
    }

    static String wait(Duration left, Words words) {
        var seconds = left.toSeconds() + 1;
        return seconds < 90
                ? words.of("wait.seconds", seconds)
                : words.of("wait.minutes", (seconds + 59) / 60);
    }

    private static SignIn view(HttpServletRequest request, Words words, String error, String note) {
        var given = request.getParameter("email");
        return new SignIn(
                PublicPages.page(
                        request,
                        words,
                        "Folkmoot",
                        words.of("signIn.title"),
                        words.of("signIn.lede")),
                words,
                given == null || error.isEmpty() ? "" : given,
                error,
                note);
    }
}
