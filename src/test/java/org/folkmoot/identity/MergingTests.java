package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
@NullUnmarked
class MergingTests {

    private static final List<Evidence> WHY =
            List.of(new Evidence("name", 9.5, "Same full name, \"Ada\", which nobody else has"));

    @Autowired Selves selves;
    @Autowired Merging merging;
    @Autowired ByItself byItself;
    @Autowired WhoIsWho known;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    private long merge(Community here, long one, long other) {
        return selves.in(here, () -> merging.merge(new Pair(one, other), WHY)).batch();
    }

    private int number(Community here, String sql) {
        return selves.within(here, () -> db.sql(sql).query(Integer.class).single());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverWasMergedAndPartedUndoingAllGivesTheFirstState(long seed) {
        var random = new Random(seed);
        var here = selves.found("Ada", "Grace", "Linus", "Zoë", "山田花子", "محمد");
        var first = selves.everything(here);
        var ids = new ArrayList<>(selves.ids(here).values());
        var batches = new ArrayList<Long>();
        for (int n = 0; n < 40; n++) {
            var one = ids.get(random.nextInt(ids.size()));
            var other = ids.get(random.nextInt(ids.size()));
            try {
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> {
                        if (!one.equals(other)) {
                            batches.add(merge(here, one, other));
                        }
                    }
                    case 3 -> batches.add(selves.in(here, () -> merging.part(one)).batch());
                    case 4 -> batches.add(selves.in(here, () -> merging.move(one, other)).batch());
                    default -> {
                        if (!batches.isEmpty()) {
                            var batch = batches.remove(random.nextInt(batches.size()));
                            selves.in(here, () -> merging.undoBatch(batch));
                        }
                    }
                }
            } catch (Refusal.Unusable e) {
                assertThat(e.getMessage()).contains("already");
            }
        }
        assertThat(selves.everything(here)).isNotEqualTo(first);
        Collections.shuffle(batches, random);
        for (var batch : batches) {
            selves.in(here, () -> merging.undoBatch(batch));
        }
        assertThat(selves.everything(here)).isEqualTo(first);
    }

    @Test
    void aMergeIsInEveryNumberAndListAtOnceAndAnUnmergeToo() {
        var here = selves.found("Ada", "Grace");
        var ids = selves.ids(here);
        var before = selves.numbers(here);
        assertThat(number(here, "select count(*) from members.member")).isEqualTo(4);
        var batch = merge(here, ids.get("chat Ada"), ids.get("forum Ada"));
        assertThat(number(here, "select count(*) from members.member")).isEqualTo(3);
        assertThat(selves.numbers(here)).isNotEqualTo(before).contains("\"members\" : 3");
        selves.in(here, () -> merging.undoBatch(batch));
        assertThat(selves.numbers(here)).isEqualTo(before);
    }

    @Test
    void anImportOnTopOfAMergeIsPartedToo() {
        var here = selves.found("Ada", "Grace");
        var twin = selves.found("Ada", "Grace");
        var ids = selves.ids(here);
        var batch = merge(here, ids.get("chat Ada"), ids.get("forum Ada"));
        for (var town : List.of(here, twin)) {
            selves.take(
                    town,
                    Selves.said(Selves.FORUM, "Ada", 300, Kind.MESSAGE, null),
                    Selves.said(Selves.CHAT, "Ada", 301, Kind.REPLY, "d3"));
        }
        selves.in(here, () -> merging.undoBatch(batch));
        var places = "\"\\d+\" :|\"key\" : \\d+"; // their ids
        assertThat(selves.numbers(here).replaceAll(places, ""))
                .isEqualTo(selves.numbers(twin).replaceAll(places, ""));
        var people =
                "select string_agg(name || ' ' || activities || ' ' || last_seen || ' ' || platforms::text, '; ' order by id) from members.member";
        assertThat(selves.within(here, () -> db.sql(people).query(String.class).single()))
                .isEqualTo(selves.within(twin, () -> db.sql(people).query(String.class).single()));
    }

    @Test
    void undoingAnEarlierMergeLeavesWhatCameOnTopOfIt() {
        var here = selves.found("Ada", "Grace", "Linus");
        var ids = selves.ids(here);
        var ada = ids.get("chat Ada");
        var grace = ids.get("chat Grace");
        var linus = ids.get("chat Linus");
        var first = merge(here, linus, grace);
        merge(here, grace, ada);
        selves.in(here, () -> merging.undoBatch(first));
        assertThat(selves.member(here, grace)).isEqualTo(selves.member(here, ada));
        assertThat(selves.member(here, linus)).isNotEqualTo(selves.member(here, ada));
    }

    @Test
    void anAccountGoesToSomebodyElseWithItsTagsAndNotes() {
        var here = selves.found("Ada", "Grace");
        var ids = selves.ids(here);
        merge(here, ids.get("chat Ada"), ids.get("forum Ada"));
        var done = selves.in(here, () -> merging.move(ids.get("forum Ada"), ids.get("chat Grace")));
        var grace = selves.member(here, ids.get("chat Grace"));
        assertThat(selves.member(here, ids.get("forum Ada"))).isEqualTo(grace);
        assertThat(number(here, "select count(*) from members.note where member_id = " + grace))
                .isEqualTo(2);
        selves.in(here, () -> merging.undoBatch(done.batch()));
        assertThat(selves.member(here, ids.get("forum Ada")))
                .isEqualTo(selves.member(here, ids.get("chat Ada")));
    }

    @Test
    void whoWasPartedByHandIsNotMergedByItselfAgainNorThroughAThird() {
        var here = selves.found("Ada", "Grace", "Linus");
        var ids = selves.ids(here);
        var ada = ids.get("chat Ada");
        var grace = ids.get("chat Grace");
        var linus = ids.get("chat Linus");
        var batch = merge(here, ada, grace);
        selves.in(here, () -> merging.undoBatch(batch));
        var done =
                selves.in(
                        here,
                        () ->
                                byItself.told(
                                        List.of(
                                                new Merging.Claim(new Pair(grace, ada), WHY),
                                                new Merging.Claim(new Pair(ada, linus), WHY),
                                                new Merging.Claim(new Pair(linus, grace), WHY)),
                                        "matching"));
        assertThat(done.done().merged()).isEqualTo(1);
        assertThat(selves.member(here, ada)).isEqualTo(selves.member(here, linus));
        assertThat(selves.member(here, grace)).isNotEqualTo(selves.member(here, ada));
        merge(here, ada, grace); // a hand may
        assertThat(selves.member(here, grace)).isEqualTo(selves.member(here, linus));
    }

    @Test
    void nothingIsMergedByItselfIntoTwoAccountsWhereAPersonHasOne() {
        var here = selves.found("Ada", "Grace");
        var ids = selves.ids(here);
        var same = new Merging.Claim(new Pair(ids.get("chat Ada"), ids.get("forum Grace")), WHY);
        var third = new Merging.Claim(new Pair(ids.get("forum Grace"), ids.get("chat Grace")), WHY);
        var done = selves.in(here, () -> byItself.certain(List.of(same, third), "matching"));
        assertThat(done.done().merged()).isEqualTo(1);
        assertThat(done.left()).containsExactly(third);
        merge(here, ids.get("forum Grace"), ids.get("chat Grace")); // a hand may
        assertThat(selves.member(here, ids.get("chat Ada")))
                .isEqualTo(selves.member(here, ids.get("chat Grace")));
    }

    @Test
    void ofTwoColleaguesAtOnceOneIsToldKindly() throws Exception {
        var here = selves.found("Ada");
        var ids = selves.ids(here);
        try (var colleagues = Executors.newFixedThreadPool(2)) {
            var both =
                    colleagues.invokeAll(
                            Collections.nCopies(
                                    2,
                                    () -> {
                                        try {
                                            merge(here, ids.get("chat Ada"), ids.get("forum Ada"));
                                            return "done";
                                        } catch (Refusal.Unusable e) {
                                            return e.getMessage();
                                        }
                                    }));
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .containsExactlyInAnyOrder(
                            "done",
                            "These two are one person already. Someone was quicker: nothing is left to do.");
        }
    }

    @Test
    void theRoleSaidByHandComesBackWithWhomItWasSaidOf() {
        var here = selves.found("Ada");
        var ids = selves.ids(here);
        var who = cast.join(here, Role.LEAD);
        var forum = selves.member(here, ids.get("forum Ada"));
        assertThat(
                        browser.post()
                                .uri("/c/%s/people/%d/role".formatted(here.slug(), forum))
                                .param("role", "staff")
                                .with(Cast.as(who))
                                .exchange())
                .hasStatus3xxRedirection();
        var role = "select coalesce(role_by_hand, role) from members.member where id = ";
        var batch = merge(here, ids.get("chat Ada"), ids.get("forum Ada"));
        var ada = selves.member(here, ids.get("chat Ada"));
        assertThat(selves.within(here, () -> db.sql(role + ada).query(String.class).single()))
                .isEqualTo("staff");
        assertThat(
                        browser.get()
                                .uri("/c/%s/people/%d".formatted(here.slug(), Math.max(ada, forum)))
                                .with(Cast.as(who))
                                .exchange())
                .hasRedirectedUrl("/c/%s/people/%d?tab=timeline".formatted(here.slug(), ada));
        selves.in(here, () -> merging.undoBatch(batch));
        assertThat(selves.within(here, () -> db.sql(role + ada).query(String.class).single()))
                .isEqualTo("member");
        assertThat(selves.within(here, () -> db.sql(role + forum).query(String.class).single()))
                .isEqualTo("staff");
    }

    @Test
    void nobodyAnswersTheirOwnQuestion() {
        var here = selves.found("Ada", "Grace");
        var ids = selves.ids(here);
        var kinds =
                """
                select string_agg(external_id || ' ' || kind, ', ' order by id) from activity.activity
                where external_id in ('d501', 'd502')
                """;
        selves.take(
                here,
                Selves.said(Selves.FORUM, "Ada", 500, Kind.QUESTION, null),
                Selves.said(Selves.FORUM, "Grace", 501, Kind.REPLY, "d500"));
        var batch = merge(here, ids.get("forum Ada"), ids.get("forum Grace"));
        selves.take(here, Selves.said(Selves.FORUM, "Grace", 502, Kind.REPLY, "d500"));
        assertThat(selves.within(here, () -> db.sql(kinds).query(String.class).single()))
                .isEqualTo("d501 reply, d502 reply");
        selves.in(here, () -> merging.undoBatch(batch));
        assertThat(selves.within(here, () -> db.sql(kinds).query(String.class).single()))
                .isEqualTo("d501 answer, d502 answer");
    }

    @Test
    void whatWouldBeIsToldBeforehand() {
        var here = selves.found("Ada", "Grace");
        var ids = selves.ids(here);
        var chat = ids.get("chat Ada");
        var forum = ids.get("forum Ada");
        var changes = selves.in(here, () -> known.ifMerged(new Pair(chat, forum)));
        assertThat(changes.before()).hasSize(2);
        assertThat(changes.after()).hasSize(1);
        merge(here, chat, forum);
        assertThat(selves.in(here, () -> known.ifParted(forum)).after()).hasSize(2);
        assertThat(selves.in(here, () -> known.history(List.of(forum))))
                .singleElement()
                .satisfies(step -> assertThat(step.evidence()).isEqualTo(WHY));
        assertThatThrownBy(() -> selves.in(here, () -> known.ifParted(Long.MAX_VALUE)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void everyMergeHasItsAuditRow() {
        var here = selves.found("Ada");
        var ids = selves.ids(here);
        var batch = merge(here, ids.get("chat Ada"), ids.get("forum Ada"));
        selves.in(here, () -> merging.undoBatch(batch));
        assertThat(
                        selves.within(
                                here,
                                () ->
                                        db.sql(
                                                        "select action from access.trail where subject = 'member' order by id")
                                                .query(String.class)
                                                .list()))
                .contains("people merged", "merge undone");
    }
}
