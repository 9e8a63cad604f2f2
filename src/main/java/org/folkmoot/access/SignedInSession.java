package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/// What happens to the session of somebody who signs in, by whichever way: a new id and a new CSRF
/// token (so that nothing known before is of use), a longer life, and a note of the device.
final class SignedInSession implements SessionAuthenticationStrategy {

    static final String DEVICE = "device";
    private static final Duration LIFE = Duration.ofDays(14);

    private final SessionAuthenticationStrategy change =
            new ChangeSessionIdAuthenticationStrategy();
    private final CsrfTokenRepository tokens;

    SignedInSession(CsrfTokenRepository tokens) {
        this.tokens = tokens;
    }

    @Override
    public void onAuthentication(
            Authentication who, HttpServletRequest request, HttpServletResponse response) {
        change.onAuthentication(who, request, response);
        tokens.saveToken(null, request, response);
        var session = request.getSession();
        session.setMaxInactiveInterval((int) LIFE.toSeconds());
        session.setAttribute(DEVICE, device(request.getHeader("User-Agent")));
    }

    /// "Firefox on Linux", as good as it can be told.
    static String device(@org.jspecify.annotations.Nullable String agent) {
        if (agent == null) {
            return "Unknown device";
        }
        var browser =
                agent.contains("Edg/")
                        ? "Edge"
                        : agent.contains("Firefox/")
                                ? "Firefox"
                                : agent.contains("Chrome/")
                                        ? "Chrome"
                                        : agent.contains("Safari/") ? "Safari" : "A browser";
        var system =
                agent.contains("Android")
                        ? "Android"
                        : agent.contains("iPhone") || agent.contains("iPad")
                                ? "iOS"
                                : agent.contains("Windows")
                                        ? "Windows"
                                        : agent.contains("Mac OS")
                                                ? "macOS"
                                                : agent.contains("Linux") ? "Linux" : "";
        return system.isEmpty() ? browser : browser + " on " + system;
    }
}
