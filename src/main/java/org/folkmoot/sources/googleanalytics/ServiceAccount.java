package org.folkmoot.sources.googleanalytics;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signs in as a service account: with a token that it signs itself (RFC 7523).
record ServiceAccount() implements Grant {

    static final String SECRET = "service-account";
    static final String TOKENS = "https://oauth2.googleapis.com/token";

    private static final String SCOPE = "https://www.googleapis.com/auth/analytics.readonly";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /// What is wrong with a key file, in a sentence.
    static Optional<String> wrongWith(String file) {
        try {
            var json = JsonMapper.shared().readTree(file);
            if (json.path("client_email").asString("").isEmpty()) {
                return Optional.of(
                        "This is no key of a service account: it names no client_email.");
            }
            key(json);
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of("This is no key of a service account: give the whole JSON file.");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.of("The private key of this service account cannot be read.");
        }
    }

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        var file = file(connection);
        return Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                assertion(file, audience(file), now));
    }

    /// What is signed names the account by itself.
    @Override
    public Ask ask(Connection connection, Map<String, String> fields) {
        return Grant.asked(door(connection), fields);
    }

    /// The file names where, unless the connection was told otherwise.
    @Override
    public URI door(Connection connection) {
        var told = connection.address("token-url");
        return told.toString().equals(TOKENS) ? URI.create(audience(file(connection))) : told;
    }

    private static JsonNode file(Connection connection) {
        return JsonMapper.shared().readTree(connection.token(SECRET));
    }

    private static String audience(JsonNode json) {
        return json.path("token_uri").asString(TOKENS);
    }

    private static String assertion(JsonNode json, String audience, Instant now) {
        var head = new LinkedHashMap<String, String>();
        head.put("alg", "RS256");
        head.put("typ", "JWT");
        var kid = json.path("private_key_id").asString("");
        if (!kid.isEmpty()) {
            head.put("kid", kid);
        }
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", json.path("client_email").asString(""));
        claims.put("scope", SCOPE);
        claims.put("aud", audience);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        var text = encoded(head) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key(json));
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the service account cannot sign", e);
        }
    }

    private static String encoded(Object part) {
        return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(part));
    }

    private static PrivateKey key(JsonNode json) throws GeneralSecurityException {
        var pem =
                json.path("private_key")
                        .asString("")
                        .replaceAll("-----[A-Z ]+-----", "")
                        .replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }
}
