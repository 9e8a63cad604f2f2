package org.folkmoot.sources.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Named;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.vault.Secrets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Connections move with the export of everything, but for their secrets.
@HouseTest
class ConnectionArchiveTests {

    private static final String SECRET = "s3cret-of-Ada";

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired Secrets secrets;
    @Autowired ConnectionArchive archive;
    @Autowired TransactionTemplate transaction;

    private final Harness.Hands hands = new Harness.Hands();

    @Test
    void aConnectionComesBackPausedAndWithoutItsSecrets() {
        var here = town.found();
        town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(
                                        "github",
                                        "Our code",
                                        Map.of("repositories", "ada/moot", "since", "2024-01-01"),
                                        Map.of("token", SECRET)));
        var lines = new ArrayList<String>();
        within(
                here,
                () -> archive.lines(l -> lines.add(JsonMapper.shared().writeValueAsString(l))));
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("ada/moot", "2024-01-01")
                .doesNotContain(SECRET);

        var there = town.found();
        for (int twice = 0; twice < 2; twice++) {
            within(there, () -> take(lines.getFirst()));
        }
        var moved = town.in(there, sources::all);
        assertThat(moved).hasSize(1);
        var one = moved.getFirst();
        assertThat(one.name()).isEqualTo("Our code");
        assertThat(one.state()).isEqualTo(Source.State.PAUSED);
        assertThat(one.problem()).contains("without its secrets");
        assertThat(one.settings()).containsEntry("since", "2024-01-01");
        assertThat(town.in(there, () -> secrets.open(one.id()))).isEmpty();

        town.in(
                there,
                () -> {
                    harness.joining(hands).change(one.id(), Map.of(), Map.of("token", SECRET));
                    harness.joining(hands).resume(one.id());
                    return true;
                });
        var resumed = town.in(there, () -> sources.get(one.id()));
        assertThat(resumed.state()).isEqualTo(Source.State.ON);
        assertThat(resumed.problem()).isNull();
    }

    @Test
    void aLineThatIsNotAsItMustBeIsRefused() {
        var here = town.found();
        for (var line :
                List.of(
                        "{\"platform\": \"nowhere\", \"name\": \"x\"}",
                        "{\"platform\": \"github\", \"name\": \"\"}",
                        "{\"platform\": \"github\", \"name\": \"x\", \"settings\": {\"token\": \"t\"}}")) {
            assertThatThrownBy(() -> within(here, () -> take(line)))
                    .isInstanceOf(Refusal.Unusable.class);
        }
        assertThat(town.in(here, sources::all)).isEmpty();
    }

    private void take(String line) {
        archive.take(JsonMapper.shared().readTree(line), new Named(Map.of(), Map.of()));
    }

    private void within(Community here, Runnable work) {
        town.in(
                here,
                () -> {
                    transaction.executeWithoutResult(_ -> work.run());
                    return true;
                });
    }
}
