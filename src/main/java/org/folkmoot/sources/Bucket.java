package org.folkmoot.sources;

import java.util.HexFormat;
import org.folkmoot.store.Seal;

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
        return HexFormat.of().formatHex(Seal.digest(text), 0, 8);
    }
}
