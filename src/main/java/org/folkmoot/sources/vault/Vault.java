package org.folkmoot.sources.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Seals secrets, so that neither the database nor a backup of it opens a platform: AES-256 in
/// Galois/Counter Mode (NIST SP 800-38D), with a fresh nonce of 96 bits each time, bound to its
/// community, source and name. What is sealed begins with which key did it.
@Component
public class Vault {

    private static final byte VERSION = 1;

    private final VaultKeys keys;

    Vault(VaultKeys keys) {
        this.keys = keys;
    }

    public byte[] seal(long source, String name, String secret) {
        var key = keys.all().getFirst();
        var sealed = key.seal().close(about(source, name), secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + Long.BYTES + sealed.length)
                .put(VERSION)
                .putLong(key.id())
                .put(sealed)
                .array();
    }

    /// Empty when its key is not there any more, or it was sealed for something else.
    public Optional<String> open(long source, String name, byte[] packed) {
        var all = ByteBuffer.wrap(packed);
        if (all.remaining() < 1 + Long.BYTES || all.get() != VERSION) {
            return Optional.empty();
        }
        var id = all.getLong();
        return keys.all().stream()
                .filter(k -> k.id() == id)
                .findFirst()
                .flatMap(key -> key.seal().open(about(source, name), all))
                .map(open -> new String(open, StandardCharsets.UTF_8));
    }

    private static String about(long source, String name) {
        return "source %d %d %s".formatted(Here.community().value(), source, name);
    }
}
