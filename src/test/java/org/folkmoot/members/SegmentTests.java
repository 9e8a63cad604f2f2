package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Crowd.Someone;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Segments: kept, referring to each other, and who comes and goes.
@HouseTest
@NullUnmarked
class SegmentTests {

    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired Segments segments;
    @Autowired SegmentMoves moves;
    @Autowired SegmentWatch watch;
    @Autowired SegmentEars ears;
    @Autowired SegmentData data;
    @Autowired Criteria criteria;
    @Autowired Belonging belonging;
    @Autowired Asking asking;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    Community here;
    Reader grace;
    List<Long> ids;

    @BeforeEach
    void found() {
        here = town.found();
        grace = new Reader(browser, here, cast.join(here, Role.LEAD));
        ids =
                crowd.meet(
                        here,
                        Someone.named("slack", "U1", "Ada").tagged("champion"),
                        Someone.named("github", "2", "Linus").did("release", 1, Instant.now()),
                        Someone.named("slack", "U3", "Zoë").tagged("champion", "speaker"));
    }

    private long save(String name, String where) {
        return town.in(here, () -> segments.save(name, query(where)));
    }

    private PeopleQuery query(String where) {
        return PeopleQuery.of(java.util.Map.of("where", List.of(where)), criteria);
    }

    private void compare() {
        town.in(
                here,
                () -> {
                    watch.compare();
                    return null;
                });
    }

    private Segment get(long id) {
        return town.in(here, () -> segments.get(id));
    }

    private List<SegmentMoves.Move> moved(long id) {
        return town.in(here, () -> moves.after(id, 0, 100));
    }

    private void tag(int who, String deed) {
        assertThat(
                        grace.post(
                                "/people/tagging",
                                "tag",
                                "champion",
                                "do",
                                deed,
                                "query",
                                "",
                                "who",
                                "" + ids.get(who)))
                .hasStatus3xxRedirection();
    }

    @Test
    void aSegmentAsksForAnotherAndFollowsItsName() {
        var inner = save("Champions", "tag is champion");
        save("Quiet champions", "segment is Champions and not tag is speaker");
        assertThat(asking.names(here, "segment is \"Quiet champions\"")).containsExactly("Ada");
        assertThat(asking.names(here, "not segment is \"Quiet champions\""))
                .containsExactly("Linus", "Zoë");
        town.in(
                here,
                () -> {
                    segments.rename(inner, "The first");
                    return null;
                });
        assertThat(town.in(here, () -> segments.named("Quiet champions").address()))
                .isEqualTo(query("segment is \"The first\" and not tag is speaker").address());
        assertThat(asking.names(here, "segment is \"Quiet champions\"")).containsExactly("Ada");
        assertThatThrownBy(() -> asking.names(here, "segment is Nowhere"))
                .hasMessage("There is no segment called Nowhere.");
    }

    @Test
    void aCircleIsRefusedAndWhatOthersUseStays() {
        var one = save("One", "tag is champion");
        var two = save("Two", "segment is One");
        save("Three", "left or segment is Two");
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () -> {
                                            segments.change(one, query("segment is Three"));
                                            return null;
                                        }))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("One would refer to itself");
        assertThatThrownBy(() -> save("Four", "segment is Four")).hasMessageContaining("itself");
        assertThatThrownBy(() -> town.in(here, () -> segments.delete(two)))
                .hasMessageContaining("Two cannot be deleted: the segment Three refers to it");
        assertThat(grace.post("/segments/" + two + "/removal")).hasStatus(422);
    }

    @Test
    void whoComesAndGoesIsToldOnceAndNobodyAtFirst() {
        var id = save("Champions", "tag is champion");
        compare();
        assertThat(get(id).people()).isEqualTo(2);
        assertThat(moved(id)).isEmpty();
        tag(1, "put");
        tag(2, "take");
        compare();
        compare();
        assertThat(moved(id))
                .extracting(SegmentMoves.Move::member, SegmentMoves.Move::entered)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ids.get(1), true),
                        org.assertj.core.groups.Tuple.tuple(ids.get(2), false));
        assertThat(ears.of(id)).hasSize(1);
        assertThat(ears.of(id).getFirst().entered()).containsExactly(ids.get(1));
        assertThat(ears.of(id).getFirst().left()).containsExactly(ids.get(2));
        assertThat(get(id).people()).isEqualTo(2);
        assertThat(grace.get("/segments/" + id))
                .bodyText()
                .contains("2 people: tagged champion", "came in", "went out", "Linus", "Zoë");
    }

    @Test
    void askingForSomethingElseMovesNobody() {
        var id = save("Champions", "tag is champion");
        compare();
        town.in(
                here,
                () -> {
                    segments.change(id, query("platform is github"));
                    return null;
                });
        compare();
        assertThat(moved(id)).isEmpty();
        assertThat(get(id).people()).isEqualTo(1);
    }

    @Test
    void joiningTwoPeopleAndPartingThemMovesNobody() {
        var id = save("Champions", "tag is champion");
        compare();
        var accounts = accounts();
        gather(List.of(List.of(accounts.get(0), accounts.get(2))));
        compare();
        assertThat(get(id).people()).isEqualTo(1);
        assertThat(moved(id)).isEmpty();
        gather(List.of(List.of(accounts.get(0)), List.of(accounts.get(2))));
        compare();
        assertThat(get(id).people()).isEqualTo(2);
        assertThat(moved(id)).isEmpty();
    }

    @Test
    void whatIsNotedOfAPersonIsToldAndForgotten() {
        save("Champions", "tag is champion");
        compare();
        var ada = new PersonalData.Subject(ids.getFirst(), Set.of(ids.getFirst()), Set.of());
        assertThat(within(() -> data.tell(ada)).getFirst().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("segment")).isEqualTo("Champions"));
        within(
                () -> {
                    data.forget(ada);
                    return null;
                });
        assertThat(within(() -> data.tell(ada))).isEmpty();
    }

    @Test
    void aSegmentIsDeletedBroughtBackAndCanBeReadAsBefore() {
        assertThat(
                        grace.post(
                                "/segments",
                                "segment",
                                "Old",
                                "query",
                                "platform=slack&tag=champion"))
                .hasStatus3xxRedirection();
        var id = town.in(here, () -> segments.named("Old").id());
        assertThat(grace.get("/segments")).bodyText().contains("Old", "on Slack, tagged champion");
        assertThat(grace.post("/segments/" + id + "/removal")).hasStatus3xxRedirection();
        assertThat(grace.get("/segments/" + id)).hasStatus(404);
        assertThat(grace.post("/segments/" + id + "/restoring")).hasStatus3xxRedirection();
        assertThat(grace.get("/segments/" + id)).bodyText().contains("on Slack, tagged champion");
    }

    @Test
    void conditionsArePutTogetherByFormWithoutScript() {
        assertThat(grace.get("/segments/editor?where=tag%20is%20champion"))
                .bodyText()
                .contains("2 people, tagged champion", "Ada", "Zoë");
        assertThat(
                        grace.post(
                                "/segments/editor",
                                "n.mode",
                                "ALL",
                                "n-0.key",
                                "tag",
                                "n-0.op",
                                "is",
                                "n-0.v.is",
                                "champion",
                                "n-1.mode",
                                "NONE",
                                "n-1-0.key",
                                "tag",
                                "n-1-0.v.is",
                                "speaker",
                                "do",
                                "row:n"))
                .bodyText()
                .contains(
                        "1 person",
                        "tag is champion and not tag is speaker"
                                .replace("not tag is", "tag is not"))
                .contains("name=\"n-2.key\"");
        assertThat(grace.post("/segments/editor", "text", "tagg is champion", "do", "text"))
                .bodyText()
                .contains("did you mean “tag”?", "tagg is champion");
        assertThat(
                        grace.post(
                                "/segments/editor/saved",
                                "name",
                                "",
                                "query",
                                query("tag is champion").address()))
                .bodyText()
                .contains("Give the segment a name", "2 people, tagged champion");
        assertThat(
                        grace.post(
                                "/segments/editor/saved",
                                "name",
                                "Champions",
                                "query",
                                query("tag is champion").address()))
                .hasStatus3xxRedirection();
    }

    @Test
    void anAnalystLooksButNeitherSavesNorAsksForAddresses() {
        var analyst = new Reader(browser, here, cast.join(here, Role.ANALYST));
        assertThat(analyst.get("/segments/editor?where=tag%20is%20champion")).hasStatusOk();
        assertThat(analyst.post("/segments/editor/saved", "name", "x", "query", "")).hasStatus(403);
        assertThat(analyst.get("/people?where=email%20known")).hasStatus(403);
        assertThat(analyst.get("/segments/editor?where=email%20known"))
                .bodyText()
                .contains("Your role cannot filter by what is contact data");
    }

    private List<Long> accounts() {
        return within(
                () ->
                        db.sql(
                                        """
                                        select id from members.identity
                                        where community_id = folkmoot.community() order by member_id
                                        """)
                                .query(Long.class)
                                .list());
    }

    private void gather(List<List<Long>> groups) {
        town.in(
                here,
                () -> {
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(_ -> belonging.gather(groups));
                    return null;
                });
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return town.in(here, () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }
}
