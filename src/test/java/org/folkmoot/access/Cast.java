package org.folkmoot.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.community.Community;
import org.folkmoot.store.Here;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// People who work in the communities of tests.
@Component
public class Cast {

    public static final String PASSWORD = "seven green kettles sing";
    public static final String COOKIE = "folkmoot";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Accounts accounts;
    private final Teammates teammates;
    private final Tokens tokens;
    private final PasswordEncoder encoder;

    Cast(Accounts accounts, Teammates teammates, Tokens tokens, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.teammates = teammates;
        this.tokens = tokens;
        this.encoder = encoder;
    }

    /// Grace, with that role there; the password is [#PASSWORD].
    ///
    /// @return her address, which is also what she signs in with
    public String join(Community community, Role role) {
        var email = "grace-" + NEXT.incrementAndGet() + "@example.org";
        var account = accounts.create(email, "Grace", encoder.encode(PASSWORD));
        Here.in(
                community.id(),
                () -> {
                    teammates.add(account.id(), role);
                });
        return email;
    }

    /// A token for that community.
    public String token(Community community, Scope scope) {
        try {
            return Here.in(community.id(), () -> tokens.create("robot", scope));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Signs in whoever has that address, without looking at the form.
    ///
    /// @return the session's cookie, for a browser to go on with
    public static String enter(int port, String email) {
        var browser = new Browser(port);
        var answer = browser.signIn(email, PASSWORD);
        if (answer.statusCode() != 302 || browser.cookie().isEmpty()) {
            throw new IllegalStateException(email + " was not let in: " + answer);
        }
        return browser.cookie();
    }

    /// Makes a MockMvc request come from whoever has that address, with a good CSRF token.
    public static RequestPostProcessor as(String email) {
        var who = authentication(SignedIn.token(email));
        var token = csrf();
        return request -> token.postProcessRequest(who.postProcessRequest(request));
    }
}
