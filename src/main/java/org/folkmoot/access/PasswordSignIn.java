package org.folkmoot.access;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Checks e-mail and password. An unknown address takes as long as a wrong password and gets the
/// same answer.
final class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInLimit limit;
    private final PasswordEncoder encoder;

    /// A password that nobody has. It takes a while, so the start does not wait for it; whoever is
    /// unknown does.
    private final CompletableFuture<String> nobody;

    PasswordSignIn(Accounts accounts, SignInLimit limit, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.limit = limit;
        this.encoder = encoder;
        this.nobody =
                CompletableFuture.supplyAsync(() -> String.valueOf(encoder.encode(Secret.next())));
    }

    /// There were too many attempts.
    static final class TooMany extends LockedException {
        private static final long serialVersionUID = 1;
        private final Duration wait;

        TooMany(Duration wait) {
            super("Too many attempts");
            this.wait = wait;
        }

        Duration left() {
            return wait;
        }
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName().strip().toLowerCase(java.util.Locale.ROOT);
        var given = String.valueOf(attempt.getCredentials());
        var account = SignInLimit.Key.account(email);
        var address = SignInLimit.Key.address(addressOf(attempt));
        limit.attempt(List.of(account, address))
                .ifPresent(
                        wait -> {
                            throw new TooMany(wait);
                        });
        var known = accounts.password(email);
        var fits =
                given.length() <= PasswordRule.LONGEST
                        && encoder.matches(given, known.orElseGet(nobody::join));
        if (!fits || known.isEmpty()) {
            throw new BadCredentialsException("Wrong");
        }
        limit.good(account);
        limit.takeBack(address);
        return SignedIn.token(email);
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
