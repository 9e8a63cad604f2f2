package org.folkmoot.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells apart whose patience with a platform a source uses up.
final class Bucket {

    private Bucket() {}

    /// The platform, its address and a trace of its first secret, from which nobody can tell it.
    static String of(Connector connector, Connection connection) {
        var address =
                connector.settings().stream()
                        .filter(s -> s.shape() == Setting.Shape.ADDRESS)
                        .map(s -> connection.setting(s.name()))
                        .findFirst()
                        .orElse("");
        var secret =
                connector.secrets().stream()
                        .findFirst()
                        .flatMap(s -> connection.secret(s.name()))
                        .orElse("");
        return connector.platform() + " " + trace(address + " " + secret);
    }

    private static String trace(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
