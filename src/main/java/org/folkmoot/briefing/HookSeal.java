package org.folkmoot.briefing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.folkmoot.store.DataFolder;
import org.folkmoot.store.Here;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Seals the address of a channel, which is all it takes to write there: AES-256 in Galois/Counter
/// Mode (NIST SP 800-38D), with a fresh nonce of 96 bits each time, bound to its community. The key
/// follows from the setting `folkmoot.secret.key` (FOLKMOOT_SECRET_KEY), or from the file
/// `hook-key` of the data folder, which no backup holds.
@Component
class HookSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataFolder folder;
    private final String given;

    HookSeal(DataFolder folder, Environment settings) {
        this.folder = folder;
        this.given = settings.getProperty("folkmoot.secret.key", "").strip();
    }

    byte[] seal(String address) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var packed =
                    cipher(Cipher.ENCRYPT_MODE, nonce)
                            .doFinal(address.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + packed.length).put(nonce).put(packed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /// Empty when it was sealed with another key: after a restore without it.
    Optional<String> open(byte[] packed) {
        try {
            var all = ByteBuffer.wrap(packed);
            var nonce = new byte[NONCE];
            all.get(nonce);
            var rest = new byte[all.remaining()];
            all.get(rest);
            return Optional.of(
                    new String(
                            cipher(Cipher.DECRYPT_MODE, nonce).doFinal(rest),
                            StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("hook " + Here.community().value()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key() throws GeneralSecurityException {
        try {
            var secret = given.isEmpty() ? folder.secret("hook-key") : given;
            return MessageDigest.getInstance("SHA-256")
                    .digest(("folkmoot hooks " + secret).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
