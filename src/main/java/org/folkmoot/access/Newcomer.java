package org.folkmoot.access;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Words;

/// Somebody who gets an account.
record Newcomer(String name, String email) implements Serializable {

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
        return wrong;
    }

    /// The same, together with the password.
    Map<String, String> objections(Words words, String password) {
        var wrong = objections(words);
        PasswordRule.objection(password, name, email)
                .ifPresent(key -> wrong.put("password", words.of(key)));
        return wrong;
    }
}
