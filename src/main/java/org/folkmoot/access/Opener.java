package org.folkmoot.access;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;

/// What will open a new account.
sealed interface Opener {

    /// @param text as typed
    record Password(String text) implements Opener {

        /// Never shows the password.
        @Override
        public String toString() {
            return "Password";
        }
    }

    /// @param asked what the browser was asked for, with the handle the account gets
    /// @param given what it answered; not yet verified
    record Passkey(PublicKeyCredentialCreationOptions asked, RelyingPartyPublicKey given)
            implements Opener {}
}
