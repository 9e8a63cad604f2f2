package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.folkmoot.HouseTest;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A link in a folder leads somewhere that was not given: it is not followed.
@HouseTest
class ExportSourceTests {

    @Autowired Formats formats;
    @TempDir Path folder;

    private List<Found> read(String format) throws IOException {
        var all = new ArrayList<Found>();
        try (var export = new ExportSource(formats.named(format), Tree.of(folder), Map.of())) {
            export.into(all::add);
        }
        return all;
    }

    private void link() throws IOException {
        Files.createSymbolicLink(folder.resolve("NOTES.json"), Path.of("docs/notes.json"));
    }

    @Test
    void aLinkAmongTheFilesOfAnExportIsRefused() throws Exception {
        Files.writeString(folder.resolve("users.json"), "[]");
        Files.writeString(folder.resolve("channels.json"), "[]");
        link();
        assertThat(read("slack"))
                .filteredOn(Found.Refused.class::isInstance)
                .singleElement()
                .satisfies(r -> assertThat(r.toString()).contains("NOTES.json", "it is a link"));
    }

    @Test
    void theWorkTreeOfARepositoryMayHoldLinks() throws Exception {
        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            link();
            git.commit()
                    .setMessage("Begin.")
                    .setAuthor("Ada", "ada@example.org")
                    .setSign(false)
                    .call();
        }
        assertThat(read("git"))
                .isNotEmpty()
                .noneMatch(Found.Refused.class::isInstance)
                .anyMatch(Deed.class::isInstance);
    }

    @Test
    void buildingInAWorkTreeDoesNotChangeTheRepository() throws Exception {
        var format = formats.named("git");
        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            git.commit().setMessage("Begin.").setSign(false).call();
            var before = format.fingerprint(Tree.of(folder));
            Files.writeString(Files.createDirectory(folder.resolve("target")).resolve("a.o"), "x");
            assertThat(format.fingerprint(Tree.of(folder))).isEqualTo(before);
            git.commit().setMessage("Go on.").setSign(false).call();
            assertThat(format.fingerprint(Tree.of(folder))).isNotEqualTo(before);
        }
    }
}
