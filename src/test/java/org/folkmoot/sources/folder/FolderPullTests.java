package org.folkmoot.sources.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Imports;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.pulls.Puller.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Files from the folder to the ledger.
@HouseTest
class FolderPullTests {

    private static final String CSV =
            """
            email,name,activity,date
            ada@example.org,Ada,door opened by badge,2026-01-0%dT10:00:00Z
            grace@example.org,Grace,door opened by badge,2026-01-0%dT11:00:00Z
            """;

    @TempDir static Path disk;

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired Imports imports;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final Harness.Hands hands = new Harness.Hands();
    private Path folder = Path.of("");

    @DynamicPropertySource
    static void roots(DynamicPropertyRegistry registry) {
        registry.add("folkmoot.connectors.folder.allowed-roots", () -> disk.toString());
    }

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createTempDirectory(disk, "badges");
    }

    private Path put(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(hands.instant().minusSeconds(60)));
    }

    private Source connect(Community here) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add("folder", "", Map.of("path", folder.toString()), Map.of()));
    }

    private Ended pull(Community here, Source source) {
        for (int n = 0; n < 20; n++) {
            var ended = town.in(here, () -> harness.puller(hands).step(source.id()));
            if (ended != Ended.MORE) {
                return ended;
            }
        }
        throw new AssertionError("It does not end");
    }

    private long activities(Community here) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        "select count(*) from activity.activity where community_id = folkmoot.community()")
                                                .query(Long.class)
                                                .single()));
    }

    private List<Import> done(Community here) {
        return town.in(here, () -> imports.newest(10, Long.MAX_VALUE));
    }

    @Test
    void eachFileIsImportedOnceByWhatIsInIt() throws IOException {
        var here = town.found();
        put("one.csv", CSV.formatted(1, 1));
        put("two.csv", CSV.formatted(2, 2));
        put("copy of one.csv", CSV.formatted(1, 1));
        put(".hidden.csv", CSV.formatted(3, 3));
        put("three.csv.part", CSV.formatted(4, 4));
        var source = connect(here);
        assertThat(pull(here, source)).isEqualTo(Ended.DONE);
        assertThat(done(here))
                .hasSize(2)
                .allMatch(i -> i.format().equals("csv") && i.by().equals("watched folder"))
                .allMatch(i -> i.state() == Import.State.DONE);
        assertThat(activities(here)).isEqualTo(4);

        assertThat(pull(here, source)).isEqualTo(Ended.DONE);
        Files.delete(folder.resolve("one.csv"));
        pull(here, source);
        put("one again.csv", CSV.formatted(1, 1));
        pull(here, source);
        assertThat(done(here)).hasSize(2);
        hands.set(hands.instant().plusSeconds(600));
        put("two.csv", CSV.formatted(2, 5));
        pull(here, source);
        assertThat(done(here)).hasSize(3);
        assertThat(activities(here)).isEqualTo(5);
    }

    @Test
    void aFileThatMayStillBeWrittenIsWaitedFor() throws IOException {
        var here = town.found();
        var file = put("one.csv", CSV.formatted(1, 1));
        Files.setLastModifiedTime(file, FileTime.from(hands.instant().minusSeconds(2)));
        var source = connect(here);
        assertThat(pull(here, source)).isEqualTo(Ended.WAITS);
        assertThat(done(here)).isEmpty();
        assertThat(town.in(here, () -> sources.get(source.id())).nextAt())
                .isEqualTo(hands.instant().plusSeconds(3));
        hands.set(hands.instant().plusSeconds(3));
        assertThat(pull(here, source)).isEqualTo(Ended.DONE);
        assertThat(done(here)).hasSize(1);
    }

    @Test
    void whatNobodyKnowsIsSaidOnceAndTheOthersGoOn() throws IOException {
        var here = town.found();
        put("a.bin", "\u0001\u0002\u0003 nothing that is known");
        put("b.csv", CSV.formatted(1, 1));
        var source = connect(here);
        assertThat(pull(here, source)).isEqualTo(Ended.DONE);
        assertThat(activities(here)).isEqualTo(2);
        var after = town.in(here, () -> sources.get(source.id()));
        assertThat(after.state()).isEqualTo(Source.State.ON);
        assertThat(after.counts().refused()).isEqualTo(1);
        pull(here, source);
        assertThat(town.in(here, () -> sources.get(source.id())).counts().refused()).isEqualTo(1);
    }

    @Test
    void aFolderElsewhereIsRefusedAndOneThatBecomesALinkToo() throws IOException {
        var here = town.found();
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () ->
                                                harness.joining(hands)
                                                        .add(
                                                                "folder",
                                                                "",
                                                                Map.of("path", "/etc"),
                                                                Map.of())))
                .hasMessageContaining("not below a folder that the operator allows");
        var source = connect(here);
        Files.delete(folder);
        Files.createSymbolicLink(folder, Path.of("/etc"));
        assertThat(pull(here, source)).isEqualTo(Ended.STOPPED);
        assertThat(done(here)).isEmpty();
    }
}
