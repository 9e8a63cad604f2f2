package org.folkmoot.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Gives an account another password, or its first. The present one is guessed at no faster than at
/// the sign-in: both count together.
@Component
class PasswordChange {

    private final Accounts accounts;
    private final SignInLimit limit;
    private final PasswordEncoder encoder;

    PasswordChange(Accounts accounts, SignInLimit limit, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.limit = limit;
        this.encoder = encoder;
    }

    sealed interface Answer {}

    record Changed() implements Answer {}

    /// @param fields keys of the words that say what is wrong, by the name of the field
    record Wrong(Map<String, String> fields) implements Answer {}

    record TooMany(Duration left) implements Answer {}

    /// @param current the present password as typed; not asked for when there is none
    Answer change(Account account, String current, String password) {
        var wrong = new LinkedHashMap<String, String>();
        var now = accounts.password(account.email());
        if (now.isPresent()) {
            var key = SignInLimit.Key.account(account.email());
            var wait = limit.attempt(List.of(key));
            if (wait.isPresent()) {
                return new TooMany(wait.get());
            }
            if (current.length() <= PasswordRule.LONGEST && encoder.matches(current, now.get())) {
                limit.good(key);
            } else {
                wrong.put("current", "account.password.current.wrong");
            }
        }
        PasswordRule.objection(password, account.name(), account.email())
                .ifPresent(key -> wrong.put("password", key));
        if (!wrong.isEmpty()) {
            return new Wrong(wrong);
        }
        accounts.changePassword(account.id(), Objects.requireNonNull(encoder.encode(password)));
        return new Changed();
    }
}
