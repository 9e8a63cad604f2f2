package org.folkmoot.thanks;

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
import tools.jackson.databind.json.JsonMapper;

/// Seals addresses, so that neither the database nor a backup of it tells where anybody lives:
/// AES-256 in Galois/Counter Mode (NIST SP 800-38D), with a fresh nonce of 96 bits each time, bound
/// to the gift it is for. The key follows from the setting `folkmoot.secret.key`
/// (FOLKMOOT_SECRET_KEY), or from the file `address-key` of the data folder, which no backup holds.
@Component
class AddressSeal {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataFolder folder;
    private final String given;

    AddressSeal(DataFolder folder, Environment settings) {
        this.folder = folder;
        this.given = settings.getProperty("folkmoot.secret.key", "").strip();
    }

    byte[] seal(long gift, Address address) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, gift, nonce);
            var packed = cipher.doFinal(JsonMapper.shared().writeValueAsBytes(address));
            return ByteBuffer.allocate(1 + NONCE + packed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(packed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /// Empty when it was sealed with another key: after a restore without it.
    Optional<Address> open(long gift, byte[] packed) {
        try {
            var all = ByteBuffer.wrap(packed);
            var nonce = new byte[NONCE];
            if (all.get() != VERSION) {
                return Optional.empty();
            }
            all.get(nonce);
            var cipher = cipher(Cipher.DECRYPT_MODE, gift, nonce);
            var rest = new byte[all.remaining()];
            all.get(rest);
            return Optional.of(JsonMapper.shared().readValue(cipher.doFinal(rest), Address.class));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, long gift, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                "gift %d %d"
                        .formatted(Here.community().value(), gift)
                        .getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key() throws GeneralSecurityException {
        try {
            var secret = given.isEmpty() ? folder.secret("address-key") : given;
            return MessageDigest.getInstance("SHA-256")
                    .digest(("folkmoot addresses " + secret).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
