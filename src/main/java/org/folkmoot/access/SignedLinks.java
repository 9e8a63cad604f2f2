package org.folkmoot.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Links that say something nobody else could have said, for people without an account: to
/// unsubscribe, to confirm, to give an address. HMAC-SHA256 (RFC 2104) with a key of the community,
/// cut to 128 bits. A link says for how long it holds, or that it may be used once, in what is
/// signed.
@Component
public class SignedLinks {

    private static final int MAC_BYTES = 16;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final LinkKeys keys;
    private final SiteUrl site;

    SignedLinks(LinkKeys keys, SiteUrl site) {
        this.keys = keys;
        this.site = site;
    }

    /// What stands in the address: the payload, which anybody may read, and its signature.
    ///
    /// @param purpose what the link is for; a link for one is no link for another
    public String sign(String purpose, String payload) {
        var said = payload.getBytes(StandardCharsets.UTF_8);
        return TO_TEXT.encodeToString(said) + "." + TO_TEXT.encodeToString(mac(purpose, said));
    }

    /// The payload, if we signed it in this community for this purpose.
    public Optional<String> read(String purpose, String signed) {
        var parts = signed.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var said = Base64.getUrlDecoder().decode(parts[0]);
            var mac = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(mac, mac(purpose, said))
                    ? Optional.of(new String(said, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64: a link that was cut or made up
        }
    }

    /// @param path from the root, with a slash first
    /// @return with scheme and host, for mails
    public String whole(String path) {
        return site.of(path);
    }

    private byte[] mac(String purpose, byte[] said) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.key(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(said), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }
}
