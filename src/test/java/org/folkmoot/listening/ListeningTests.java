package org.folkmoot.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.language.Mood;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.members.PersonalData;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is read out of posts keeps up with the ledger, however it came to be what it is.
@HouseTest
@NullUnmarked
class ListeningTests {

    static final String SLACK = "slack:T1";
    static final String GOOD = "This is great, thank you so much, I love it!";
    static final String BAD = "I hate this. It is broken and it lost all my data.";
    static final String GERMAN = "Das funktioniert bei mir leider überhaupt nicht mehr, schade.";

    @Autowired Listening listening;
    @Autowired Corrections corrections;
    @Autowired CorrectedPosts posts;
    @Autowired ListeningData data;
    @Autowired Intaking intaking;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ApplicationEventPublisher events;

    private Community found(Found... more) {
        var community = town.found();
        intaking.take(
                community,
                List.of(
                        new Found.Origin(SLACK, "Lantern chat", Markup.SLACK),
                        Found.Place.of(SLACK, "C1", "general", Style.CHAT)));
        intaking.take(community, List.of(more));
        return community;
    }

    private static Deed said(String id, String who, String text) {
        return Deed.of(SLACK, id, Kind.MESSAGE, who, Instant.parse("2026-03-02T09:00:00Z"))
                .in("C1")
                .saying(text);
    }

    private Map<String, String> moods(Community community) {
        var moods = new HashMap<String, String>();
        within(
                community,
                () ->
                        db.query(
                                """
                                select a.external_id, coalesce(j.mood, j.language) from listening.report_judged j
                                join activity.activity a on a.id = j.activity_id
                                """,
                                row -> {
                                    moods.put(row.getString(1), row.getString(2));
                                }));
        return moods;
    }

    private void within(Community community, Runnable work) {
        Here.in(
                community.id(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    private long id(Community community, String external) {
        var ids = new ArrayList<Long>();
        within(
                community,
                () ->
                        ids.addAll(
                                db.queryForList(
                                        "select id from activity.activity where external_id = ?",
                                        Long.class,
                                        external)));
        return ids.getFirst();
    }

    private long finish(Community community) {
        return town.in(community, listening::finish);
    }

    @Test
    void postsAreReadOnceAndWhatIsNoPostIsNotRead() throws Exception {
        var community =
                found(
                        said("a", "Ada", GOOD),
                        said("b", "Grace", BAD),
                        said("c", "Zoë", GERMAN),
                        said("d", "Linus", "Does anybody know how to install the lamp?"),
                        said("e", "Linus", ""),
                        Deed.of(
                                        SLACK,
                                        "f",
                                        Kind.COMMIT,
                                        "Ada",
                                        Instant.parse("2026-03-02T09:00:00Z"))
                                .saying(BAD));
        finish(community);
        var moods = moods(community);
        assertThat(moods).containsOnlyKeys("a", "b", "c", "d");
        assertThat(moods).containsEntry("a", "positive").containsEntry("b", "negative");
        assertThat(moods).containsEntry("c", "de");
        within(
                community,
                () ->
                        assertThat(
                                        db.queryForList(
                                                "select a.external_id from listening.judged j join activity.activity a on a.id = j.activity_id where j.asks",
                                                String.class))
                                .containsExactly("d"));
        assertThat(finish(community)).isZero();
        assertThat(Queries.during(() -> finish(community)))
                .hasSize(2)
                .noneMatch(sql -> sql.contains("report_activity"));
    }

    @Test
    void anotherVersionIsReadAnewAndADeletedOneForgotten() {
        var community = found(said("a", "Ada", GOOD), said("b", "Grace", BAD));
        finish(community);
        town.in(community, () -> corrections.say(id(community, "b"), new Said(Mood.NEUTRAL, null)));
        intaking.take(
                community,
                List.of(said("a", "Ada", BAD).edited(Instant.parse("2026-03-03T09:00:00Z"))));
        assertThat(finish(community)).isLessThanOrEqualTo(1);
        assertThat(moods(community)).containsEntry("a", "negative").containsEntry("b", "neutral");
        intaking.take(
                community,
                List.of(new Found.Mark(SLACK, "b", Found.Mark.What.DELETED, null, null)));
        finish(community);
        assertThat(moods(community)).containsOnlyKeys("a");
        within(
                community,
                () ->
                        assertThat(
                                        db.queryForObject(
                                                "select count(*) from listening.correction",
                                                Long.class))
                                .isZero());
    }

    @Test
    void aCorrectionSurvivesBeingReadAgainButNotAnotherText() {
        var community = found(said("a", "Ada", GOOD));
        finish(community);
        var id = id(community, "a");
        town.in(community, () -> corrections.say(id, new Said(Mood.NEGATIVE, true)));
        assertThat(moods(community)).containsEntry("a", "negative");
        // other rules
        within(
                community,
                () -> {
                    db.update("update listening.judged set rules = 0");
                    db.update("update listening.seen set rules = 0");
                });
        finish(community);
        assertThat(moods(community)).containsEntry("a", "negative");
        intaking.take(
                community,
                List.of(
                        said("a", "Ada", GOOD + " Thanks!")
                                .edited(Instant.parse("2026-03-03T09:00:00Z"))));
        finish(community);
        assertThat(moods(community)).containsEntry("a", "positive");
    }

    @Test
    void whoIsKilledBetweenTwoStepsGoesOn() {
        var deeds = new Found[Judged.STEP + 10];
        for (int i = 0; i < deeds.length; i++) {
            deeds[i] = said("d" + i, "Ada", GOOD);
        }
        var community = found(deeds);
        var asked = new AtomicInteger();
        var stopped = town.in(community, () -> listening.some(() -> asked.incrementAndGet() > 1));
        assertThat(stopped.days()).isZero();
        assertThat(stopped.posts()).isLessThanOrEqualTo(Judged.STEP);
        finish(community);
        assertThat(moods(community)).hasSize(deeds.length);
    }

    @Test
    void theServerReadsAfterAnImportByItself() throws Exception {
        var community = found(said("a", "Ada", GOOD));
        events.publishEvent(new AccountsCame(community.id()));
        for (int i = 0; i < 400 && moods(community).isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(moods(community)).containsEntry("a", "positive");
    }

    @Test
    void communitiesKeepApart() {
        var one = found(said("a", "Ada", GOOD));
        var other = found(said("a", "Ada", BAD));
        finish(one);
        finish(other);
        assertThat(moods(one)).containsEntry("a", "positive");
        assertThat(moods(other)).containsEntry("a", "negative");
        assertThat(town.in(other, () -> posts.list(Instant.parse("9999-01-01T00:00:00Z"), 1, 9)))
                .isEmpty();
    }

    @Test
    void whatWasReadIsToldToHerAndForgottenWithHer() {
        var community = found(said("a", "Ada", GOOD), said("b", "Grace", BAD));
        finish(community);
        var ada = new ArrayList<Long>();
        within(
                community,
                () ->
                        ada.addAll(
                                db.queryForList(
                                        "select identity_id from activity.activity where external_id = 'a'",
                                        Long.class)));
        var subject = new PersonalData.Subject(1, Set.of(1L), Set.copyOf(ada));
        var told = new ArrayList<Map<String, ?>>();
        within(
                community,
                () -> {
                    assertThat(data.fates(subject)).hasSize(1);
                    data.tellMuch(
                            subject,
                            new PersonalData.Rows() {
                                @Override
                                public void part(String title, String key) {}

                                @Override
                                public void row(Map<String, ?> row) {
                                    told.add(row);
                                }
                            });
                    data.forget(subject);
                });
        assertThat(told)
                .singleElement()
                .satisfies(r -> assertThat(r.get("sounds")).isEqualTo("positive"));
        assertThat(moods(community)).containsOnlyKeys("b");
    }
}
