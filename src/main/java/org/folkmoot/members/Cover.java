package org.folkmoot.members;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Puts something else in the place of an id that would name somebody: HMAC-SHA256 (RFC 2104) with
/// a key of the community, cut to 128 bits. The same id always gets the same cover, and nobody
/// finds out from the cover what is under it, nor tries all ids, without the key.
public final class Cover {

    private static final String MARK = "forgotten~";
    private static final int BYTES = 16;
    private static final int LENGTH = MARK.length() + 2 * BYTES;

    private final Mac mac;

    Cover(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    /// Whether this is a cover and not what was under it.
    public static boolean covers(String id) {
        return id.length() == LENGTH && id.startsWith(MARK);
    }

    /// What stands in place of an id; a cover stays as it is.
    ///
    /// @param within what the id is unique in
    public String of(String within, String id) {
        if (covers(id)) {
            return id;
        }
        mac.update(within.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        var hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
        return MARK + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    /// The same of an account.
    public Told.Key of(Told.Key account) {
        return new Told.Key(account.source(), of("account " + account.source(), account.id()));
    }

    /// Tells this key from others, and nothing else: 32 hexadecimal digits.
    String fingerprint() {
        return of("key", "which").substring(MARK.length());
    }

    /// The same of an e-mail address.
    public String ofAddress(String address) {
        return of("address", address.strip().toLowerCase(Locale.ROOT));
    }
}
