package org.folkmoot.thanks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.folkmoot.store.DataFolder;
import org.folkmoot.store.Here;
import org.folkmoot.store.Seal;
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

    private final DataFolder folder;
    private final String given;

    AddressSeal(DataFolder folder, Environment settings) {
        this.folder = folder;
        this.given = settings.getProperty("folkmoot.secret.key", "").strip();
    }

    byte[] seal(long gift, Address address) {
        var sealed = seal().close(about(gift), JsonMapper.shared().writeValueAsBytes(address));
        return ByteBuffer.allocate(1 + sealed.length).put(VERSION).put(sealed).array();
    }

    /// Empty when it was sealed with another key: after a restore without it.
    Optional<Address> open(long gift, byte[] packed) {
        var all = ByteBuffer.wrap(packed);
        return all.get() != VERSION
                ? Optional.empty()
                : seal().open(about(gift), all)
                        .map(open -> JsonMapper.shared().readValue(open, Address.class));
    }

    private static String about(long gift) {
        return "gift %d %d".formatted(Here.community().value(), gift);
    }

    private Seal seal() {
        try {
            return Seal.of(
                    "folkmoot addresses", given.isEmpty() ? folder.secret("address-key") : given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
