package org.folkmoot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.community.Scene;
import org.folkmoot.connectors.Imports;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Each scene is played once, whoever dies in between.
@HouseTest
@NullUnmarked
class ScenesTests {

    @Autowired Town town;
    @Autowired Communities communities;
    @Autowired Imports imports;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired List<Scene> scenes;

    /// Writes its name into the trail, and knows by that whether it was played.
    private final class Noting implements Scene {

        private final int order;
        private boolean dies;

        Noting(int order, boolean dies) {
            this.order = order;
            this.dies = dies;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean due() {
            return !noted().contains("scene " + order);
        }

        @Override
        public void play() {
            db.sql(
                            "insert into members.segment (community_id, name, query, by) values (folkmoot.community(), :name, '', '')")
                    .param("name", "scene " + order)
                    .update();
            if (dies) {
                dies = false;
                throw new IllegalStateException("killed");
            }
        }
    }

    private List<String> noted() {
        return db.sql(
                        "select name from members.segment where community_id = folkmoot.community() order by id")
                .query(String.class)
                .list();
    }

    private void play(Community here, Scenes played) {
        town.in(
                here,
                () -> {
                    played.play();
                    return 0;
                });
    }

    @Test
    void eachIsPlayedOnceInItsOrderAndGoesOnWhereItWasKilled() {
        var here = town.found();
        var all = new ArrayList<Scene>();
        all.add(new Noting(3, false));
        all.add(new Noting(1, false));
        all.add(new Noting(2, true));
        var played = new Scenes(all, communities, imports, db, transactions);
        assertThatThrownBy(() -> play(here, played)).hasMessage("killed");
        play(here, played);
        play(here, played);
        var noted =
                town.in(
                        here,
                        () ->
                                new org.springframework.transaction.support.TransactionTemplate(
                                                transactions)
                                        .execute(_ -> noted()));
        assertThat(noted).containsExactly("scene 1", "scene 2", "scene 3");
    }

    @Test
    void whatTheDemoShowsComesFromManyModulesInAnOrderOfItsOwn() {
        assertThat(scenes)
                .hasSizeGreaterThanOrEqualTo(5)
                .extracting(Scene::order)
                .doesNotHaveDuplicates();
        assertThat(scenes.stream().max(Comparator.comparingInt(Scene::order)).orElseThrow())
                .as("thanks need the moments")
                .extracting(s -> s.getClass().getPackageName())
                .isEqualTo("org.folkmoot.thanks");
    }
}
