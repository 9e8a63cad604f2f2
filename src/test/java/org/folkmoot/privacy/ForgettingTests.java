package org.folkmoot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Pair;
import org.folkmoot.members.Forgotten;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who asked to be forgotten is forgotten, whatever is imported again, and every number stays.
@HouseTest
@NullUnmarked
class ForgettingTests {

    private static final String CHAT = "slack:T9";
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @Autowired Town town;
    @Autowired Archive archive;
    @Autowired Eraser eraser;
    @Autowired Subjects subjects;
    @Autowired Erasures erasures;
    @Autowired Intaking intaking;
    @Autowired Merging merging;
    @Autowired JdbcClient db;

    private long identity(Community here, String source, String id) {
        return archive.number(
                here,
                "select id from members.identity where source like '%s%%' and external_id = '%s'"
                        .formatted(source, id));
    }

    private long member(Community here, long identity) {
        return archive.number(
                here, "select member_id from members.identity where id = " + identity);
    }

    @Test
    void nothingComesBackWithTheSameExportsAndEveryNumberStays(@TempDir Path temp)
            throws Exception {
        var here = town.found();
        var slack = archive.slack(temp.resolve("slack"));
        var git = archive.git(temp.resolve("git"));
        archive.take(here, "slack", slack);
        archive.take(here, "git", git);
        var chat = identity(here, "slack", "U0000ADA");
        var code = identity(here, "git", "ada@engines.example");
        if (member(here, chat) != member(here, code)) {
            town.in(here, () -> merging.merge(new Pair(chat, code), List.of()));
        }
        archive.within(
                here,
                () ->
                        db.sql(
                                        """
                                        insert into members.note (community_id, put_on, member_id, text, by)
                                        select folkmoot.community(), coalesce(home, member_id), member_id, 'Brilliant', 'Grace'
                                        from members.identity where external_id = 'U0000ADA'
                                        """)
                                .update());
        var export = archive.everything(here, temp.resolve("export.jsonl"));
        var before = archive.numbers(here);
        var activities = archive.number(here, "select count(*) from activity.activity");
        var people = archive.number(here, "select count(*) from members.member");
        assertThat(archive.traces(here, Archive.HERS)).hasSizeGreaterThan(60);

        town.in(
                here,
                () -> {
                    eraser.forget(member(here, chat));
                    return null;
                });
        assertThat(archive.traces(here, Archive.HERS)).isEmpty();
        assertThat(archive.numbers(here)).isEqualTo(before);
        assertThat(
                        archive.number(
                                here,
                                "select count(*) from activity.activity where 'U0000ADA' = any(mentions)"))
                .isZero();

        for (var round = 0; round < 2; round++) {
            archive.take(here, "git", git);
            archive.take(here, "folkmoot", export);
            archive.take(here, "slack", slack);
            assertThat(archive.traces(here, Archive.HERS)).isEmpty();
            assertThat(archive.numbers(here)).isEqualTo(before);
            assertThat(archive.number(here, "select count(*) from activity.activity"))
                    .isEqualTo(activities);
            assertThat(archive.number(here, "select count(*) from members.member"))
                    .isEqualTo(people);
        }
        assertThat(
                        archive.within(
                                here,
                                () ->
                                        db.sql("select name from members.member where id = :id")
                                                .param("id", member(here, chat))
                                                .query(String.class)
                                                .single()))
                .isEqualTo(Forgotten.NAME);
        archive.everything(here, temp.resolve("after.jsonl"));
        assertThat(temp.resolve("after.jsonl"))
                .content()
                .doesNotContainIgnoringCase("lovelace", "zanzibar", "engines.example");
    }

    private static Deed said(String id, String who, int minutes, String text) {
        return Deed.of(CHAT, id, Kind.MESSAGE, who, NOON.plusSeconds(60L * minutes))
                .in("C1")
                .saying(text);
    }

    private Community chat() {
        var here = town.found();
        intaking.take(
                here,
                List.of(
                        new Found.Origin(CHAT, "Chat", Markup.SLACK),
                        Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                        Person.of(CHAT, "U1")
                                .with("name", "Ada Lovelace")
                                .with("email", "ada@x.example"),
                        Person.of(CHAT, "U2").with("name", "Grace Hopper"),
                        said("m1", "U1", 0, "Where is zanzibar?")));
        return here;
    }

    private void forget(Community here, String id) {
        town.in(
                here,
                () -> {
                    eraser.forget(member(here, identity(here, "slack", id)));
                    return null;
                });
    }

    @Test
    void whatSheDoesLaterIsCountedWithoutWordsInWhateverOrderItComes() {
        var later =
                List.of(
                        said("m2", "U1", 30, "Is zanzibar here?"),
                        Deed.of(CHAT, "m3", Kind.REPLY, "U2", NOON.plusSeconds(2400))
                                .in("C1")
                                .under("m2")
                                .saying("Near the coast"),
                        new Found.Edit(CHAT, "m2", "Is zanzibar there?", NOON.plusSeconds(2500)),
                        new Found.Edit(CHAT, "m1", "Zanzibar?", NOON.plusSeconds(2600)));
        var known = chat();
        intaking.take(known, later);
        forget(known, "U1");
        var outcomes = new ArrayList<String>();
        outcomes.add(shape(known));
        for (var order : List.of(List.of(0, 1, 2, 3), List.of(2, 1, 3, 0), List.of(1, 0, 3, 2))) {
            var here = chat();
            forget(here, "U1");
            order.forEach(n -> intaking.take(here, List.of(later.get(n))));
            outcomes.add(shape(here));
            intaking.take(here, later);
            outcomes.add(shape(here));
            assertThat(archive.traces(here, List.of("zanzibar", "lovelace"))).isEmpty();
        }
        assertThat(outcomes).allMatch(outcomes.getFirst()::equals);
        assertThat(outcomes.getFirst()).contains("question", "answer");
    }

    private String shape(Community here) {
        return archive.within(
                here,
                () ->
                        db.sql(
                                        """
                                        select string_agg(concat_ws(' ', a.told, a.kind, a.at, a.counted, a.starts, a.text,
                                            p.at, t.at, i.name, i.activities), '; ' order by a.at)
                                        from activity.activity a join members.identity i on i.id = a.identity_id
                                        left join activity.activity p on p.id = a.parent_id
                                        join activity.activity t on t.id = a.thread_id
                                        """)
                                .query(String.class)
                                .single());
    }

    @Test
    void whatIsDeletedAndThereAgainStaysWithoutWords() {
        var here = chat();
        forget(here, "U1");
        intaking.take(here, List.of(new Found.Sighting(CHAT, "m1", false, "U1", NOON)));
        assertThat(archive.number(here, "select count(*) from activity.activity where counted"))
                .isZero();
        intaking.take(
                here,
                List.of(
                        said("m1", "U1", 0, "Where is zanzibar?"),
                        new Found.Sighting(CHAT, "m1", true, null, NOON.plusSeconds(60))));
        assertThat(archive.number(here, "select count(*) from activity.activity where counted"))
                .isEqualTo(1);
        assertThat(archive.number(here, "select count(*) from activity.mark where by is not null"))
                .isZero();
        assertThat(archive.traces(here, List.of("zanzibar", "lovelace"))).isEmpty();
    }

    @Test
    void herAddressElsewhereIsForgottenAtOnce() {
        var here = chat();
        forget(here, "U1");
        intaking.take(
                here,
                List.of(
                        Person.of("discourse:forum", "7")
                                .with("name", "Ada Lovelace")
                                .with("email", "Ada@X.example")
                                .tagged(java.util.Set.of("poet")),
                        Deed.of("discourse:forum", "p1", Kind.MESSAGE, "7", NOON)
                                .saying("Zanzibar again")));
        assertThat(archive.traces(here, List.of("zanzibar", "lovelace", "x.example", "poet")))
                .isEmpty();
        assertThat(
                        archive.number(
                                here,
                                "select count(*) from members.member where name = '%s'"
                                        .formatted(Forgotten.NAME)))
                .isEqualTo(2);
    }

    @Test
    void itGoesOnWhereItWasCutShortAlsoWhenAnImportCameBetween() {
        var here = chat();
        var much = new ArrayList<Found>();
        for (int n = 0; n < 5_000; n++) {
            much.add(said("x" + n, "U1", n, "To zanzibar %d times".formatted(n)));
        }
        intaking.take(here, much);
        var before = archive.numbers(here);
        var ada = member(here, identity(here, "slack", "U1"));
        var id = town.in(here, () -> eraser.plan(subjects.get(ada)));
        assertThat(town.in(here, () -> eraser.plan(subjects.get(ada)))).isEqualTo(id);
        assertThat(town.in(here, () -> eraser.step(id))).isTrue();
        assertThat(
                        archive.number(
                                here, "select count(*) from activity.activity where text is null"))
                .isEqualTo(2_000);
        intaking.take(here, much);
        assertThat(town.in(here, () -> eraser.step(id))).isTrue();
        assertThat(town.in(here, erasures::underWay)).hasSize(1);
        town.in(
                here,
                () -> {
                    eraser.finish(id);
                    eraser.finish(id);
                    return null;
                });
        intaking.take(here, much);
        assertThat(town.in(here, erasures::underWay)).isEmpty();
        assertThat(archive.traces(here, List.of("zanzibar", "lovelace"))).isEmpty();
        assertThat(archive.numbers(here)).isEqualTo(before);
        assertThat(
                        archive.number(
                                here,
                                "select count(*) from access.trail where action = 'person erased'"))
                .isEqualTo(1);
    }

    @Test
    void whoWasJoinedWithHerAfterThePreviewStays() {
        var here = chat();
        var ada = identity(here, "slack", "U1");
        var grace = identity(here, "slack", "U2");
        var id = town.in(here, () -> eraser.plan(subjects.get(member(here, ada))));
        var batch = town.in(here, () -> merging.merge(new Pair(ada, grace), List.of())).batch();
        town.in(
                here,
                () -> {
                    eraser.finish(id);
                    return merging.undoBatch(batch);
                });
        assertThat(archive.traces(here, List.of("lovelace"))).isEmpty();
        assertThat(archive.traces(here, List.of("hopper"))).isNotEmpty();
    }
}
