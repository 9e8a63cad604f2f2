package org.folkmoot.sources.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.DataFolder;
import org.folkmoot.store.Here;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/// What seals secrets.
class VaultTests {

    @TempDir Path folder;

    private Vault vault(String key, String former) throws IOException {
        var settings =
                new MockEnvironment()
                        .withProperty("folkmoot.secret.key", key)
                        .withProperty("folkmoot.secret.former-keys", former);
        return new Vault(new VaultKeys(new DataFolder(folder.resolve("data")), settings));
    }

    private static byte[] seal(Vault vault, long source) throws Exception {
        return Here.in(new CommunityId(1), () -> vault.seal(source, "token", "s3cret"));
    }

    private static Optional<String> open(
            Vault vault, int community, long source, String name, byte[] packed) throws Exception {
        return Here.in(new CommunityId(community), () -> vault.open(source, name, packed));
    }

    @Test
    void whatIsSealedOpensOnlyForWhatItWasSealedFor() throws Exception {
        var vault = vault("", "");
        var packed = seal(vault, 7);
        assertThat(new String(packed, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
        assertThat(open(vault, 1, 7, "token", packed)).contains("s3cret");
        assertThat(open(vault, 1, 8, "token", packed)).isEmpty();
        assertThat(open(vault, 2, 7, "token", packed)).isEmpty();
        assertThat(open(vault, 1, 7, "webhook-secret", packed)).isEmpty();
        packed[packed.length - 1] ^= 1;
        assertThat(open(vault, 1, 7, "token", packed)).isEmpty();
        assertThat(open(vault, 1, 7, "token", new byte[3])).isEmpty();
        assertThat(seal(vault, 7)).isNotEqualTo(seal(vault, 7));
    }

    @Test
    void aFormerKeyStillOpensAndANewOneSeals() throws Exception {
        var packed = seal(vault("first", ""), 7);
        assertThat(open(vault("second", "first"), 1, 7, "token", packed)).contains("s3cret");
        assertThat(open(vault("second", ""), 1, 7, "token", packed)).isEmpty();
        var anew = seal(vault("second", "first"), 7);
        assertThat(open(vault("second", ""), 1, 7, "token", anew)).contains("s3cret");
        assertThat(open(vault("first", ""), 1, 7, "token", anew)).isEmpty();
    }
}
