package org.folkmoot.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.folkmoot.store.Seal;

/// Random secrets for links and tokens. They are long enough that a fast hash keeps them.
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /// 256 random bits, base64url: 43 characters.
    public static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// SHA-256.
    static byte[] hash(String secret) {
        return Seal.digest(secret);
    }
}
