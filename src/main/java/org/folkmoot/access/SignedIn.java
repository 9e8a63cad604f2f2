package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/// Signs people in who have just proved otherwise who they are: at set-up, with an invitation, in
/// the demo. The name of whoever is signed in is always their e-mail address.
final class SignedIn {

    private final SessionAuthenticationStrategy session;
    private final SecurityContextRepository contexts;

    SignedIn(SessionAuthenticationStrategy session, SecurityContextRepository contexts) {
        this.session = session;
        this.contexts = contexts;
    }

    static Authentication token(String email) {
        var who = User.withUsername(email).password("").build();
        return UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
    }

    void as(String email, HttpServletRequest request, HttpServletResponse response) {
        var token = token(email);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        session.onAuthentication(token, request, response);
        contexts.saveContext(context, request, response);
    }
}
