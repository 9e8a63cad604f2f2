package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTests {

    private static Profile named(String name, int second) {
        return Profile.of(
                new Told(
                        new Told.Key("git", "ada@example.org"),
                        Map.of("name", name),
                        false,
                        false,
                        false,
                        Set.of(),
                        List.of(),
                        null,
                        null,
                        false,
                        Instant.EPOCH.plusSeconds(second),
                        null,
                        null,
                        null));
    }

    @Test
    void allNamesAreRememberedInWhateverOrderTheyCame() {
        var told = new ArrayList<Profile>();
        for (int i = 0; i < 30; i++) {
            told.add(named("Ada " + (char) ('A' + i % 26), i));
        }
        var first = told.stream().reduce(Profile.EMPTY, Profile::merge);
        assertThat(first.get("name")).isEqualTo("Ada D");
        assertThat(first.get("aka")).startsWith("Ada A\nAda B\n").hasLineCount(20);
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(told, random);
            var half = told.subList(0, 11).stream().reduce(Profile.EMPTY, Profile::merge);
            var rest = told.subList(11, 30).stream().reduce(Profile.EMPTY, Profile::merge);
            assertThat(rest.merge(half)).isEqualTo(first);
        }
    }

    @Test
    void whoHasOneNameHasNoOthers() {
        var once = named("Ada", 1);
        assertThat(once.merge(named("Ada", 2)).get("aka")).isNull();
        assertThat(once.merge(once)).isEqualTo(once);
    }
}
