package org.folkmoot.sources;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed hashes (HMAC, RFC 2104) as platforms sign with them. Comparing takes equally long however
/// much of a wrong one is right.
public final class Signature {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final byte[] signed;

    private Signature(byte[] signed) {
        this.signed = signed;
    }

    /// @param algorithm `HmacSHA256`, `HmacSHA1`
    /// @param parts joined without anything between them
    public static Signature of(String algorithm, String secret, byte[]... parts) {
        return of(algorithm, bytes(secret), parts);
    }

    /// The same, for a key that is no text.
    public static Signature of(String algorithm, byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (var part : parts) {
                mac.update(part);
            }
            return new Signature(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }

    public static Signature sha256(String secret, byte[] body) {
        return of("HmacSHA256", secret, body);
    }

    /// `name:1700000000:` before a body that is signed together with its time.
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public String hex() {
        return HexFormat.of().formatHex(signed);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(signed);
    }

    /// @param prefix such as `sha256=`, which must be there
    public boolean isHex(String prefix, String given) {
        return same(prefix + hex(), given.startsWith(prefix) ? given.toLowerCase(Locale.ROOT) : "");
    }

    public boolean isBase64(String prefix, String given) {
        return same(prefix + base64(), given);
    }

    /// Whether two secrets are the same, in constant time.
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    /// Whether a call's own time, in seconds since 1970, is so near that it can be no old one that
    /// is played again.
    public static boolean fresh(String seconds, Instant now) {
        return seconds.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0;
    }
}
