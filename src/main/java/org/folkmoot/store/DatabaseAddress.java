package org.folkmoot.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where the database is and who owns its tables. The application itself signs in as another, lesser
/// role, which row-level security binds.
record DatabaseAddress(String url, String owner, String password) {

    static final String APP_ROLE = "folkmoot_app";

    /// The application role's password, derived from the owner's: nothing more to keep, the same on
    /// every node.
    String appPassword() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = ("folkmoot " + password).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var derived = mac.doFinal(APP_ROLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return owner + "@" + url;
    }
}
