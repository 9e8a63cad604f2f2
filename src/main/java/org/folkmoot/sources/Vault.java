package org.folkmoot.sources;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Seals secrets, so that neither the database nor a backup of it opens a platform: AES-256 in
/// Galois/Counter Mode (NIST SP 800-38D), with a fresh nonce of 96 bits each time, bound to its
/// community, source and name. What is sealed begins with which key did it.
@Component
class Vault {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final VaultKeys keys;

    Vault(VaultKeys keys) {
        this.keys = keys;
    }

    byte[] seal(long source, String name, String secret) {
        try {
            var key = keys.all().getFirst();
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, source, name);
            var packed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + Long.BYTES + NONCE + packed.length)
                    .put(VERSION)
                    .putLong(key.id())
                    .put(nonce)
                    .put(packed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /// Empty when its key is not there any more, or it was sealed for something else.
    Optional<String> open(long source, String name, byte[] packed) {
        var all = ByteBuffer.wrap(packed);
        if (all.remaining() < 1 + Long.BYTES + NONCE || all.get() != VERSION) {
            return Optional.empty();
        }
        var id = all.getLong();
        var key = keys.all().stream().filter(k -> k.id() == id).findFirst();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE];
        all.get(nonce);
        var rest = new byte[all.remaining()];
        all.get(rest);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key.get(), nonce, source, name);
            return Optional.of(new String(cipher.doFinal(rest), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    private static Cipher cipher(
            int mode, VaultKeys.Key key, byte[] nonce, long source, String name)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                "source %d %d %s"
                        .formatted(Here.community().value(), source, name)
                        .getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
