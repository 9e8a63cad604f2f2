package org.folkmoot.demo;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.community.Scene;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Imports;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Plays what the demo community shows besides its import, each scene as soon as it can be played.
@Component
class Scenes {

    private final List<Scene> all;
    private final Communities communities;
    private final Imports imports;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Scenes(
            List<Scene> all,
            Communities communities,
            Imports imports,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.all = all.stream().sorted(Comparator.comparingInt(Scene::order)).toList();
        this.communities = communities;
        this.imports = imports;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Plays what is due in the demo community we are in.
    void play() {
        for (var scene : all) {
            transaction.executeWithoutResult(
                    _ -> {
                        takeTurn();
                        if (scene.due()) {
                            scene.play();
                        }
                    });
        }
    }

    /// Two processes may look at once.
    private void takeTurn() {
        db.sql("select pg_advisory_xact_lock(hashtext('demo'), folkmoot.community())")
                .query((_, _) -> 1)
                .single();
    }

    /// Some need what is worked out in the background first.
    @Scheduled(fixedDelay = 10, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void later() {
        communities.all().stream()
                .filter(Community::demo)
                .forEach(demo -> Here.in(demo.id(), this::playIfTold));
    }

    /// Not while the import that comes first is under way.
    private void playIfTold() {
        var told =
                imports.newest(100, Long.MAX_VALUE).stream()
                        .anyMatch(
                                i ->
                                        i.format().equals(DemoLoader.FORMAT)
                                                && i.state() == Import.State.DONE);
        if (told) {
            play();
        }
    }
}
