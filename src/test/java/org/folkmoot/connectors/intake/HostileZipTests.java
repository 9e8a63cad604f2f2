package org.folkmoot.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.intake.Tree.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileZipTests {

    @TempDir Path temp;

    private interface Filling {
        void into(ZipArchiveOutputStream zip) throws IOException;
    }

    private Path zip(Filling filling) throws IOException {
        var path = temp.resolve("export.zip");
        try (var zip = new ZipArchiveOutputStream(path.toFile())) {
            filling.into(zip);
        }
        return path;
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] bytes)
            throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    private static void put(ZipArchiveOutputStream zip, String name) throws IOException {
        put(zip, name, "[]".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesThatLeadOutOfTheZipAreLeftOutAndNamed() throws IOException {
        var path =
                zip(
                        zip -> {
                            put(zip, "users.json");
                            put(zip, "../../etc/passwd");
                            put(zip, "a/../../b.json");
                            put(zip, "/etc/shadow");
                            put(zip, "C:\\Windows\\evil.json");
                            put(zip, "..\\evil.json");
                        });

        try (var tree = Tree.of(path)) {
            assertThat(tree.files()).extracting(Entry::path).containsExactly("users.json");
            assertThat(tree.leftOut()).hasSize(5).allMatch(s -> s.endsWith("leads out of the zip"));
        }
    }

    @Test
    void foldersMadeOnWindowsAreFolders() throws IOException {
        try (var tree = Tree.of(zip(zip -> put(zip, "general\\2025-03-03.json")))) {
            assertThat(tree.files().getFirst().folder()).isEqualTo("general");
            assertThat(tree.head(tree.files().getFirst(), 9)).hasSize(2);
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        var path =
                zip(
                        zip -> {
                            var link = new ZipArchiveEntry("users.json");
                            link.setUnixMode(0120777);
                            zip.putArchiveEntry(link);
                            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
                            zip.closeArchiveEntry();
                        });

        try (var tree = Tree.of(path)) {
            assertThat(tree.files()).isEmpty();
            assertThat(tree.leftOut()).containsExactly("users.json: it is a link");
        }
    }

    @Test
    void aLinkInAFolderIsNotFollowedButNamed() throws IOException {
        var secret = Files.writeString(temp.resolve("secret.json"), "[]");
        var folder = Files.createDirectories(temp.resolve("export"));
        Files.writeString(folder.resolve("users.json"), "[]");
        Files.createSymbolicLink(folder.resolve("channels.json"), secret);

        try (var tree = Tree.of(folder)) {
            assertThat(tree.files()).extracting(Entry::path).containsExactly("users.json");
            assertThat(tree.leftOut()).containsExactly("channels.json: it is a link");
        }
    }

    @Test
    void aBombThatSaysItsSizeIsLeftOut() throws IOException {
        var path = zip(zip -> put(zip, "users.json", new byte[20 << 20]));

        try (var tree = Tree.of(path)) {
            assertThat(tree.files()).isEmpty();
            assertThat(tree.leftOut()).singleElement().asString().contains("300 times");
        }
    }

    @Test
    void aBombThatLiesAboutItsSizeStopsWhileItIsRead() throws IOException {
        var path = zip(zip -> put(zip, "users.json", new byte[20 << 20]));
        var bytes = Files.readAllBytes(path);
        lieAboutTheSize(bytes);
        Files.write(path, bytes);

        try (var tree = Tree.of(path)) {
            var basket = new Basket();
            JsonRows.each(tree, tree.files().getFirst(), basket, (row, line) -> {});
            assertThat(basket.all(Refused.class)).hasSize(1);
            assertThat(tree.bytesRead()).isLessThan(17L << 20);
        }
    }

    private static void lieAboutTheSize(byte[] zip) {
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = zip.length - 46; i >= 0; i--) {
            if (buffer.getInt(i) == 0x02014b50) {
                buffer.putInt(i + 24, 1000);
                return;
            }
        }
        throw new AssertionError("no directory in this zip");
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void aFilePackedByItselfIsUnpackedInAZipAndInAFolder() throws IOException {
        var users = gzipped("[{\"id\":\"U1\"}]".getBytes(StandardCharsets.UTF_8));
        var folder = Files.createDirectories(temp.resolve("export/deep"));
        Files.write(folder.resolve("users.json.gz"), users);
        Files.write(folder.resolve("plain.json.gz"), "[]".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("twice.json.gz"), users);
        Files.writeString(folder.resolve("twice.json"), "[]");
        var path =
                zip(
                        zip -> {
                            put(zip, "deep/users.json.gz", users);
                            put(zip, "deep/plain.json.gz");
                            put(zip, "deep/twice.json.gz", users);
                            put(zip, "deep/twice.json");
                        });
        for (var root : new Path[] {temp.resolve("export"), path}) {
            try (var tree = Tree.of(root)) {
                assertThat(tree.files())
                        .extracting(Entry::path)
                        .containsExactly("deep/plain.json", "deep/twice.json", "deep/users.json");
                assertThat(tree.leftOut()).hasSize(1);
                var last = tree.files().getLast();
                assertThat(new String(tree.head(last, 99), StandardCharsets.UTF_8))
                        .isEqualTo("[{\"id\":\"U1\"}]");
                assertThat(tree.head(tree.files().getFirst(), 99)).hasSize(2);
            }
        }
    }

    @Test
    void aBombPackedByItselfStopsWhileItIsRead() throws IOException {
        var bomb = gzipped(new byte[64 << 20]);
        var twice = gzipped(bomb);
        var folder = Files.createDirectories(temp.resolve("export"));
        Files.write(folder.resolve("users.json.gz"), bomb);
        Files.write(folder.resolve("deep.json.gz"), twice);
        var path =
                zip(
                        zip -> {
                            put(zip, "users.json.gz", bomb);
                            put(zip, "deep.json.gz", twice);
                        });
        for (var root : new Path[] {folder, path, folder.resolve("users.json.gz")}) {
            try (var tree = Tree.of(root)) {
                var basket = new Basket();
                for (var file : tree.files()) {
                    JsonRows.each(tree, file, basket, (row, line) -> {});
                }
                assertThat(basket.all(Refused.class)).hasSameSizeAs(tree.files());
                assertThat(tree.bytesRead()).as(root.toString()).isLessThan(21L << 20);
            }
        }
    }

    @Test
    void filesPackedByThemselvesHaveALimitTogether() throws IOException {
        var some = gzipped(new byte[1000]);
        var path =
                zip(
                        zip -> {
                            put(zip, "a.json.gz", some);
                            put(zip, "b.json.gz", some);
                        });
        try (var tree = new ZipTree(path, new ZipTree.Limits(10, 1500))) {
            assertThat(tree.open(tree.files().getFirst()).readAllBytes()).hasSize(1000);
            assertThatThrownBy(() -> tree.open(tree.files().getLast()).readAllBytes())
                    .isInstanceOf(Overblown.class)
                    .hasMessageContaining("import it in parts");
        }
    }

    @Test
    void entriesThatShareTheirBytesAreLeftOut() throws IOException {
        var path = temp.resolve("overlap.zip");
        Files.write(path, overlapping());

        try (var tree = Tree.of(path)) {
            assertThat(tree.files()).isEmpty();
            assertThat(tree.leftOut()).hasSize(2).allMatch(s -> s.contains("shares its bytes"));
        }
    }

    /// Two entries of the directory that point to the same bytes, as in Fifield's zip bombs.
    private static byte[] overlapping() throws IOException {
        var body = "[{\"id\":\"U1\"}]".getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(body);
        var out = new ByteArrayOutputStream();
        var local = ByteBuffer.allocate(30 + 6).order(ByteOrder.LITTLE_ENDIAN);
        local.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 0);
        local.putInt(0).putInt((int) crc.getValue()).putInt(body.length).putInt(body.length);
        local.putShort((short) 6)
                .putShort((short) 0)
                .put("a.json".getBytes(StandardCharsets.UTF_8));
        out.write(local.array());
        out.write(body);
        var directory = out.size();
        for (var name : new String[] {"a.json", "b.json"}) {
            var entry = ByteBuffer.allocate(46 + 6).order(ByteOrder.LITTLE_ENDIAN);
            entry.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
            entry.putInt(0).putInt(0).putInt((int) crc.getValue());
            entry.putInt(body.length).putInt(body.length).putShort((short) 6);
            entry.position(42);
            entry.putInt(0).put(name.getBytes(StandardCharsets.UTF_8));
            out.write(entry.array());
        }
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) 2).putShort((short) 2);
        end.putInt(out.size() - directory).putInt(directory);
        out.write(end.array());
        return out.toByteArray();
    }

    @Test
    void aZipInsideTheZipIsLeftUnreadAndNamed() throws IOException {
        var path =
                zip(
                        zip -> {
                            put(zip, "users.json");
                            put(zip, "more.zip");
                        });

        try (var tree = Tree.of(path)) {
            assertThat(tree.files()).extracting(Entry::path).containsExactly("users.json");
            assertThat(tree.leftOut()).singleElement().asString().contains("zip inside the zip");
        }
    }

    @Test
    void ofTwoFilesWithTheSameNameOneIsNamedAsLeftOut() throws IOException {
        var path =
                zip(
                        zip -> {
                            put(zip, "users.json");
                            // the writer takes two alike for one and the same
                            var again = new ZipArchiveEntry("users.json");
                            again.setComment("again");
                            zip.putArchiveEntry(again);
                            zip.write("{}".getBytes(StandardCharsets.UTF_8));
                            zip.closeArchiveEntry();
                        });

        try (var tree = Tree.of(path)) {
            assertThat(tree.files()).hasSize(1);
            assertThat(tree.leftOut())
                    .containsExactly("users.json: another file has the same name");
        }
    }

    @Test
    void tooManyFilesOrTooManyBytesAreRefusedAsAWhole() throws IOException {
        var path =
                zip(
                        zip -> {
                            put(zip, "a.json");
                            put(zip, "b.json");
                            put(zip, "c.json");
                        });

        assertThatThrownBy(() -> new ZipTree(path, new ZipTree.Limits(2, 1000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 2 files");
        assertThatThrownBy(() -> new ZipTree(path, new ZipTree.Limits(10, 5)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("import it in parts");
    }

    @Test
    void aZipThatIsCutShortSaysSo() throws IOException {
        var path = zip(zip -> put(zip, "users.json"));
        var bytes = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> Tree.of(path))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut short or damaged");
    }
}
