package org.folkmoot.sources.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Killed;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.LonePull;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Vendor;
import org.folkmoot.store.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Whenever its process is killed, reading a platform goes on as if nothing had happened.
@HouseTest
class KilledPullTests {

    /// Each kills four pulls at once.
    private static final int KILLS = 5;

    private static final int AT_ONCE = 4;
    private static final int POSTS = 2000;

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired Intaking intaking;
    @Autowired DataFolder folder;
    @Autowired Environment settings;

    private final Forum forum = new Forum();
    private final Vendor vendor = new Vendor(forum::answer);
    private final Harness.Hands hands = new Harness.Hands();

    @AfterEach
    void close() {
        vendor.close();
    }

    private Source connect(Community here) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(
                                        "discourse",
                                        "",
                                        Map.of("base-url", vendor.url()),
                                        Map.of("api-key", "s3cret-of-Ada")));
    }

    private Source now(Community here, Source source) {
        return town.in(here, () -> sources.get(source.id()));
    }

    private Killed pull(List<Pulled> some, Path temp) throws Exception {
        return new Killed(
                LonePull.class,
                some.stream()
                        .flatMap(p -> Stream.of(p.here().id().toString(), "" + p.source().id()))
                        .toList(),
                temp,
                settings,
                Map.of(
                        "FOLKMOOT_SECRET_KEY",
                        folder.secret("source-key").lines().findFirst().orElseThrow(),
                        "FOLKMOOT_CONNECTORS_ALLOWED_HOSTS",
                        "127.0.0.1"));
    }

    /// A community and its source.
    private record Pulled(Community here, Source source) {}

    private Pulled pulled() {
        var here = town.found();
        return new Pulled(here, connect(here));
    }

    @Test
    void pullsKilledTwentyTimesEndLikeOneThatWasLeftAlone(@TempDir Path temp) throws Exception {
        forum.topic(1, "How do I rotate keys?", "2020-02-01T00:00:00Z");
        for (int n = 1; n <= POSTS; n++) {
            forum.post(n, 1, n, 1 + n % 2, "Post " + n);
        }
        var calm = pulled();
        pull(List.of(calm), temp).leaveAlone();
        var undisturbed = now(calm.here(), calm.source());
        assertThat(undisturbed.counts().activities()).isEqualTo(POSTS);
        assertThat(undisturbed.completeAt()).isNotNull();

        var stormy = Stream.generate(this::pulled).limit(AT_ONCE).toList();
        var random = new Random();
        var seed = random.nextLong();
        random.setSeed(seed);
        var each = undisturbed.steps() * AT_ONCE / (KILLS + 2);
        for (int kill = 1; kill <= KILLS; kill++) {
            pull(stormy, temp).at(random.nextLong(each), random.nextLong(30));
            for (var one : stormy) {
                var counts = now(one.here(), one.source()).counts();
                assertThat(counts.read())
                        .isEqualTo(counts.stored() + counts.known() + counts.refused());
            }
        }
        pull(stormy, temp).leaveAlone();

        var state = intaking.state(calm.here());
        for (var one : stormy) {
            var done = now(one.here(), one.source());
            assertThat(timeless(done.cursor()))
                    .as("seed %d", seed)
                    .isEqualTo(timeless(undisturbed.cursor()));
            assertThat(done.steps()).isEqualTo(undisturbed.steps());
            assertThat(done.counts()).isEqualTo(undisturbed.counts());
            assertThat(intaking.state(one.here())).as("seed %d", seed).isEqualTo(state);
        }
    }

    /// Without when likes were looked for, which is another time for each.
    private static String timeless(String cursor) {
        return cursor.replaceFirst("\"liked\":\"[^\"]*\"", "");
    }
}
