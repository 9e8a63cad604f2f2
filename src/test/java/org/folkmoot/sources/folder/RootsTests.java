package org.folkmoot.sources.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootsTests {

    @TempDir Path disk;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(disk.resolve("drop/badges"));
        Files.createDirectories(disk.resolve("drop2/secret"));
        Files.writeString(disk.resolve("drop/badges/a.csv"), "a,b\n1,2\n");
        Files.writeString(disk.resolve("drop2/secret/key"), "k");
        Files.createSymbolicLink(disk.resolve("drop/out"), disk.resolve("drop2/secret"));
        Files.createSymbolicLink(
                disk.resolve("drop/badges/key.csv"), disk.resolve("drop2/secret/key"));
    }

    private List<String> names(String given) throws IOException {
        try (var folder = Roots.of(disk.resolve("drop").toString()).open(given)) {
            return Waiting.in(folder).stream().map(Waiting::name).toList();
        }
    }

    @Test
    void aFolderBelowARootIsOpenedByItsPathOrWhatFollowsTheRoot() throws IOException {
        assertThat(names("badges")).containsExactly("a.csv");
        assertThat(names(disk.resolve("drop/badges").toString())).containsExactly("a.csv");
        assertThat(names("badges/../badges/.")).containsExactly("a.csv");
        assertThat(names("")).isEmpty();
    }

    @Test
    void nothingElseOnTheDiskIsReached() {
        for (var given :
                List.of(
                        "..",
                        "../drop2/secret",
                        disk.resolve("drop2/secret").toString(),
                        "/etc",
                        "out",
                        "out/..//out",
                        "badges/a.csv",
                        "nowhere",
                        "a\0b")) {
            assertThatThrownBy(() -> names(given)).as(given).isInstanceOf(IOException.class);
        }
    }

    @Test
    void withoutTheOperatorsWordNothingIsLookedAt() {
        assertThatThrownBy(() -> Roots.of("").open("/"))
                .hasMessageContaining("folkmoot.connectors.folder.allowed-roots");
        assertThatThrownBy(() -> Roots.of("drop, relative/too").open("/"))
                .hasMessageContaining("operator");
    }
}
