package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir Path folder;

    @Test
    void aSecretIsMadeOnceAndReadByItsOwnerOnly() throws Exception {
        try (var data = new DataFolder(folder.resolve("data"))) {
            var secret = data.secret("links");
            assertThat(secret).hasSize(32).isEqualTo(data.secret("links"));
            assertThat(Files.getPosixFilePermissions(data.root().resolve("links")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void oneServerAFolder() throws Exception {
        try (var one = new DataFolder(folder)) {
            assertThat(one.becomeServer()).isTrue();
            assertThat(one.becomeServer()).as("it already is").isTrue();
        }
        try (var next = new DataFolder(folder)) {
            assertThat(next.becomeServer()).isTrue();
        }
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        var file = Files.writeString(folder.resolve("data"), "words");
        assertThatThrownBy(() -> new DataFolder(file))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void aFolderOfSomeoneElseIsLeftAlone() throws Exception {
        assumeTrue(ProcessUser.isRoot(), "only root can give files away");
        Files.setAttribute(Files.createFile(folder.resolve("lock")), "unix:uid", 1);
        assertThatThrownBy(() -> new DataFolder(folder))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("belongs to the user daemon");
    }
}
