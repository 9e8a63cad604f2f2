package org.folkmoot.sources.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.store.DataFolder;
import org.folkmoot.store.Seal;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The keys of the vault, the present one first and those it had before after it: from the settings
/// `folkmoot.secret.key` and `folkmoot.secret.former-keys`, or else line by line from the file
/// `source-key` of the data folder. No backup holds either.
@Component
class VaultKeys {

    /// A key, and what tells it apart from others without telling it.
    static final class Key {
        private final long id;
        private final Seal seal;

        private Key(String secret) {
            this.seal = Seal.of("folkmoot sources", secret);
            this.id = ByteBuffer.wrap(Seal.digest("folkmoot key id " + secret)).getLong();
        }

        long id() {
            return id;
        }

        Seal seal() {
            return seal;
        }

        @Override
        public String toString() {
            return "key " + Long.toHexString(id);
        }
    }

    private final DataFolder folder;
    private final String given;
    private final String former;

    VaultKeys(DataFolder folder, Environment settings) {
        this.folder = folder;
        this.given = settings.getProperty("folkmoot.secret.key", "").strip();
        this.former = settings.getProperty("folkmoot.secret.former-keys", "");
    }

    List<Key> all() {
        try {
            var lines = given.isEmpty() ? folder.secret("source-key") : given + "\n" + former;
            return Arrays.stream(lines.split("[\\n,]", -1))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Key::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
