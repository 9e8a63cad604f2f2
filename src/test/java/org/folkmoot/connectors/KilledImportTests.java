package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Whenever its process is killed, an import goes on as if nothing had happened.
@HouseTest
class KilledImportTests {

    private static final int KILLS = 20;
    private static final int DAYS = 25;
    private static final int A_DAY = 140; // in three channels: 10,500 messages
    private static final int PAGE = 80;

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Imports imports;
    @Autowired Importer importer;
    @Autowired Environment settings;

    @Test
    void anImportKilledTwentyTimesEndsLikeOneThatWasLeftAlone(@TempDir Path temp) throws Exception {
        var export = temp.resolve("export");
        SlackTown.write(export, DAYS, A_DAY, 7);

        var calm = town.found();
        var undisturbed = town.in(calm, () -> importer.run(plan(export).id(), _ -> {}));
        assertThat(undisturbed.state()).isEqualTo(Import.State.DONE);
        assertThat(undisturbed.counts().activities()).isGreaterThan(10_000);
        assertThat(undisturbed.counts().refused()).isPositive();

        var stormy = town.found();
        var id = town.in(stormy, () -> plan(export).id());
        var killed =
                new Killed(
                        LoneImport.class,
                        List.of(stormy.id().toString(), Long.toString(id)),
                        temp,
                        settings,
                        Map.of("FOLKMOOT_IMPORT_PAGE", Integer.toString(PAGE)));
        var random = new Random();
        var seed = random.nextLong();
        random.setSeed(seed);
        var share = undisturbed.position() / (KILLS + 1);
        for (int kill = 1; kill <= KILLS; kill++) {
            var from = kill * share - random.nextLong(share / 2);
            var rest = random.nextLong(40);
            killed.at(from, rest);
            var left = town.in(stormy, () -> imports.get(id));
            assertThat(left.state())
                    .as("killed %d times, seed %d", kill, seed)
                    .isEqualTo(Import.State.RUNNING);
            assertThat(left.counts().read()).isEqualTo(sum(left.counts()));
        }
        killed.leaveAlone();

        var done = town.in(stormy, () -> imports.get(id));
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.position()).isEqualTo(undisturbed.position());
        assertThat(done.counts()).as("seed %d", seed).isEqualTo(undisturbed.counts());
        assertThat(done.counts().read()).isEqualTo(sum(done.counts()));
        assertThat(refused(stormy, id)).isEqualTo(refused(calm, undisturbed.id()));
        assertThat(intaking.state(stormy)).as("seed %d", seed).isEqualTo(intaking.state(calm));
    }

    private static long sum(Import.Counts counts) {
        return counts.stored() + counts.known() + counts.refused();
    }

    private Import plan(Path export) throws IOException {
        try (var tree = Tree.of(export)) {
            return imports.plan(
                    "slack", "export", export.toString(), Map.of(), tree.fingerprint(), "Ada");
        }
    }

    private List<String> refused(Community community, long id) {
        return town.in(
                community,
                () ->
                        imports.refused(id, 0, 10_000).stream()
                                .map(r -> r.file() + ":" + r.line() + " " + r.reason())
                                .sorted()
                                .toList());
    }
}
