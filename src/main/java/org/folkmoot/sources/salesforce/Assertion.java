package org.folkmoot.sources.salesforce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.sources.Connection;
import tools.jackson.databind.json.JsonMapper;

/// The app's word, signed with its key, that it acts for a user (RFC 7523).
record Assertion(Connection connection, Instant now) {

    private static final Duration LIFE = Duration.ofMinutes(3);

    /// @param key as PEM writes it: `-----BEGIN PRIVATE KEY-----`
    String signed(String key) {
        var claims =
                Map.of(
                        "iss", connection.setting("client-id"),
                        "sub", connection.setting("username"),
                        "aud", audience(),
                        "exp", now.plus(LIFE).getEpochSecond());
        var body = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new PKCS8EncodedKeySpec(der(key))));
            signature.update(body.getBytes(StandardCharsets.US_ASCII));
            return body + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The private key cannot be used.", e);
        }
    }

    static boolean usable(String key) {
        try {
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(key)));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    /// Which door it is for: sandboxes have their own.
    private String audience() {
        var told = connection.setting("audience");
        if (!told.isEmpty()) {
            return told;
        }
        var host = connection.address("base-url").getHost().toLowerCase(Locale.ROOT);
        return host.contains(".sandbox.") || host.equals("test.salesforce.com")
                ? "https://test.salesforce.com"
                : "https://login.salesforce.com";
    }

    private static String part(Map<String, ?> claims) {
        return encoded(JsonMapper.shared().writeValueAsBytes(claims));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
