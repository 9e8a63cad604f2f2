package org.folkmoot.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.folkmoot.web.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/// What happens to those who did not sign in: people are led to the sign-in page, programs are
/// told.
final class WhoIsThere extends LoginUrlAuthenticationEntryPoint {

    private final Answers answers;

    WhoIsThere(Answers answers) {
        super("/sign-in");
        this.answers = answers;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (Paths.isApi(request)) {
            answers.fail(request, response, HttpStatus.UNAUTHORIZED);
        } else if (request.getHeader("HX-Request") != null) {
            // a part of a page: the whole page is asked for again, which leads to sign in and back
            response.setHeader("HX-Redirect", page(request.getHeader("HX-Current-URL")));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            super.commence(request, response, e);
        }
    }

    /// The page that a part is for, by its path only: never another site.
    private static String page(@Nullable String current) {
        try {
            var at = current == null ? null : new URI(current);
            var path = at == null ? null : at.getRawPath();
            if (at == null || path == null || !path.startsWith("/c/")) {
                return "/sign-in";
            }
            return at.getRawQuery() == null ? path : path + "?" + at.getRawQuery();
        } catch (URISyntaxException e) {
            return "/sign-in";
        }
    }
}
