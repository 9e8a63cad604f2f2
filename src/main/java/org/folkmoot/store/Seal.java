package org.folkmoot.store;

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

/// Seals what neither the database nor a backup of it may tell: AES-256 in Galois/Counter Mode
/// (NIST SP 800-38D), with a fresh nonce of 96 bits each time, which stands before what is sealed.
public final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// With the key that follows from a secret for one purpose.
    public static Seal of(String purpose, String secret) {
        return new Seal(digest(purpose + " " + secret));
    }

    /// SHA-256 of a text: 32 bytes.
    public static byte[] digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /// SHA-256 of all parts, one after the other: 32 bytes.
    public static byte[] digest(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// @param about what it is bound to: only for the same it is opened again
    public byte[] close(String about, byte[] open) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var packed = cipher(Cipher.ENCRYPT_MODE, about, nonce).doFinal(open);
            return ByteBuffer.allocate(NONCE + packed.length).put(nonce).put(packed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /// Reads the rest of the buffer. Empty when it was sealed with another key, about something
    /// else, or not at all.
    public Optional<byte[]> open(String about, ByteBuffer sealed) {
        if (sealed.remaining() < NONCE) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE];
        sealed.get(nonce);
        var packed = new byte[sealed.remaining()];
        sealed.get(packed);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, about, nonce).doFinal(packed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, String about, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
