package org.folkmoot.sources.discord;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/// An app's public key, with which its signatures (Ed25519, RFC 8032) are checked. There is no
/// secret in it that comparing could betray.
///
/// @param hex 64 digits, as the app's page shows it
record PublicKey(String hex) {

    /// Whether these were signed in this order; never when key or signature cannot be read.
    boolean signed(String signature, byte[]... parts) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key());
            for (var part : parts) {
                verifier.update(part);
            }
            return verifier.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Little endian, with the sign of x in the topmost bit (RFC 8032, 5.1.2).
    private java.security.PublicKey key() throws GeneralSecurityException {
        var bytes = HexFormat.of().parseHex(hex.strip());
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A public key has 64 digits.");
        }
        var turned = new byte[32];
        for (int i = 0; i < 32; i++) {
            turned[i] = bytes[31 - i];
        }
        var odd = (turned[0] & 0x80) != 0;
        turned[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(
                                NamedParameterSpec.ED25519,
                                new EdECPoint(odd, new BigInteger(1, turned))));
    }
}
