package org.folkmoot.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.folkmoot.web.Answers;
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
            // a part of a page: the whole page goes to sign in
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            super.commence(request, response, e);
        }
    }
}
