package org.folkmoot.demo;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Importer;
import org.folkmoot.connectors.Imports;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Service;

/// Brings the demo community into an installation, the way of any import: a loading that was cut
/// short goes on, one that is done stays as it is.
@Service
public class DemoLoader {

    static final String FORMAT = "demo";

    private final Communities communities;
    private final Imports imports;
    private final Importer importer;
    private final Scenes scenes;
    private final Clock clock;

    DemoLoader(
            Communities communities,
            Imports imports,
            Importer importer,
            Scenes scenes,
            Clock clock) {
        this.communities = communities;
        this.imports = imports;
        this.importer = importer;
        this.scenes = scenes;
        this.clock = clock;
    }

    /// @param activities how many were loaded in all
    public record Loaded(String slug, long activities) {}

    public Loaded load(long seed) throws Exception {
        var community = communities.find(DemoCommunity.SLUG).orElseGet(this::create);
        return Here.in(community.id(), () -> load(community, seed));
    }

    private Community create() {
        return communities.create(
                DemoCommunity.SLUG,
                DemoCommunity.NAME,
                DemoCommunity.KIND,
                DemoCommunity.ZONE,
                "en",
                true);
    }

    private Loaded load(Community community, long seed) {
        var earlier =
                imports.newest(100, Long.MAX_VALUE).stream()
                        .filter(i -> i.format().equals(FORMAT))
                        .findFirst();
        var plan = earlier.orElseGet(() -> plan(seed));
        if (plan.state() != Import.State.DONE) {
            var until = java.time.Instant.parse(plan.fingerprint());
            var origin = Long.parseLong(plan.options().getOrDefault("seed", "1"));
            plan = importer.tell(plan.id(), finds -> DemoCommunity.tell(origin, until, finds));
        }
        scenes.play();
        return new Loaded(community.slug(), plan.counts().activities());
    }

    private Import plan(long seed) {
        return imports.plan(
                FORMAT,
                DemoCommunity.NAME,
                "",
                Map.of("seed", Long.toString(seed)),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "demo");
    }
}
