package org.folkmoot.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Words;

/// What somebody enters to get an account.
record Newcomer(String name, String email, String password) {

    /// What is wrong, by the name of the field, in the reader's words; empty when all is well.
    Map<String, String> objections(Words words) {
        var wrong = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.length() > 200) {
            wrong.put("name", words.of("name.needed"));
        }
        try {
            Accounts.address(email);
        } catch (Refusal.Unusable e) {
            wrong.put("email", words.of("email.wrong"));
        }
        PasswordRule.objection(password, name, email)
                .ifPresent(key -> wrong.put("password", words.of(key)));
        return wrong;
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return "Newcomer";
    }
}
