package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Speaks with the browser about the passkey of somebody who has no account yet; remembers in the
/// session who that is and what was asked for.
@Component
class FirstPasskey {

    private static final String WHO = "newcomer";
    private static final String ASKED = "newcomer.passkey";

    private final NewAccounts newAccounts;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    FirstPasskey(NewAccounts newAccounts) {
        this.newAccounts = newAccounts;
    }

    /// Somebody on the way to an account.
    ///
    /// @param where the page it began on; of no use on another
    /// @param form what was entered there
    record Pending(String where, Newcomer newcomer, Serializable form) implements Serializable {}

    void begin(HttpServletRequest request, Pending pending) {
        request.getSession().setAttribute(WHO, pending);
    }

    /// Who began at that page in this session; null when nobody did.
    @Nullable Pending pending(HttpServletRequest request, String where) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(WHO) instanceof Pending pending
                        && pending.where().equals(where)
                ? pending
                : null;
    }

    /// What the browser's own dialog needs to make a passkey.
    ResponseEntity<String> ask(HttpServletRequest request, Pending pending) {
        var options = newAccounts.ask(pending.newcomer());
        request.getSession().setAttribute(ASKED, options);
        return answer(200, options);
    }

    /// The passkey that the browser made; each question has one answer.
    ///
    /// @param body `{"publicKey": {"credential": ..., "label": ...}}`
    /// @throws Refusal.Unusable when it was not asked for, or is none
    Opener.Passkey given(HttpServletRequest request, String body) {
        var session = request.getSession();
        if (!(session.getAttribute(ASKED) instanceof PublicKeyCredentialCreationOptions asked)) {
            throw tooLate();
        }
        session.removeAttribute(ASKED);
        try {
            var given =
                    json.readValue(
                            body, new TypeReference<Map<String, RelyingPartyPublicKey>>() {});
            var key = given == null ? null : given.get("publicKey");
            if (key == null || key.getCredential() == null) {
                throw tooLate();
            }
            return new Opener.Passkey(asked, key);
        } catch (JacksonException e) {
            throw new Refusal.Unusable(
                    "What the browser sent is no passkey. Try again, or use a password instead.");
        }
    }

    void done(HttpServletRequest request) {
        request.getSession().removeAttribute(WHO);
    }

    /// Where to go now.
    ResponseEntity<String> onward(String path) {
        return answer(200, Map.of("redirectUrl", path));
    }

    /// What went wrong, in words for the person.
    ResponseEntity<String> refused(Refusal why) {
        return answer(422, Map.of("error", String.valueOf(why.getMessage())));
    }

    static Refusal.Unusable tooLate() {
        return new Refusal.Unusable(
                "This took too long, or was begun in another window. Go back and begin again.");
    }

    private ResponseEntity<String> answer(int status, Object content) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(content));
    }
}
