package org.folkmoot.briefing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.folkmoot.store.DataFolder;
import org.folkmoot.store.Here;
import org.folkmoot.store.Seal;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Seals the address of a channel, which is all it takes to write there: AES-256 in Galois/Counter
/// Mode (NIST SP 800-38D), with a fresh nonce of 96 bits each time, bound to its community. The key
/// follows from the setting `folkmoot.secret.key` (FOLKMOOT_SECRET_KEY), or from the file
/// `hook-key` of the data folder, which no backup holds.
@Component
class HookSeal {

    private final DataFolder folder;
    private final String given;

    HookSeal(DataFolder folder, Environment settings) {
        this.folder = folder;
        this.given = settings.getProperty("folkmoot.secret.key", "").strip();
    }

    byte[] seal(String address) {
        return seal().close(about(), address.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty when it was sealed with another key: after a restore without it.
    Optional<String> open(byte[] packed) {
        return seal().open(about(), ByteBuffer.wrap(packed))
                .map(open -> new String(open, StandardCharsets.UTF_8));
    }

    private static String about() {
        return "hook " + Here.community().value();
    }

    private Seal seal() {
        try {
            return Seal.of("folkmoot hooks", given.isEmpty() ? folder.secret("hook-key") : given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
