package org.folkmoot.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.folkmoot.ties.Village.after;
import static org.folkmoot.ties.Village.ago;
import static org.folkmoot.ties.Village.deed;
import static org.folkmoot.ties.Village.naming;
import static org.folkmoot.ties.Village.reply;
import static org.folkmoot.ties.Village.topic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Pair;
import org.folkmoot.members.Asking;
import org.folkmoot.privacy.Eraser;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
@NullUnmarked
class TiesTests {

    @Autowired Village village;
    @Autowired Ties ties;
    @Autowired Surroundings surroundings;
    @Autowired Merging merging;
    @Autowired Asking asking;
    @Autowired Eraser eraser;

    private LocalDate today(Community here) {
        return LocalDate.now(here.zone());
    }

    private List<Tie> of(Community here, String name) {
        return village.in(here, () -> ties.of(village.member(here, name), today(here), 50, 0));
    }

    private Community talk() {
        var here = village.found("Ada", "Grace", "Zoë", "山田花子");
        village.take(
                here,
                topic("t1", "Ada", ago(3)),
                reply("r1", "t1", "Grace", after(ago(3), 5)),
                naming("r2", "r1", "Ada", after(ago(3), 9), "Grace"),
                deed("p1", Kind.PULL_REQUEST, "Ada", ago(2), "A change"),
                deed("v1", Kind.REVIEW, "Zoë", after(ago(2), 30), "Looks good").under("p1"),
                deed("x1", Kind.REACTION, "山田花子", after(ago(2), 31), "+1").under("p1"));
        village.follow(here);
        return here;
    }

    @Test
    void aReplyAMentionAndAReviewTieTwoPeopleAndAReactionDoesNot() {
        var here = talk();
        var known = of(here, "Ada");
        assertThat(known).extracting(Tie::name).containsExactly("Grace", "Zoë");
        var grace = known.getFirst();
        assertThat(grace.to()).isEqualTo(new Tie.Way(1, 1, 0));
        assertThat(grace.from()).isEqualTo(new Tie.Way(1, 0, 0));
        assertThat(grace.together()).isEqualTo(1);
        assertThat(grace.why()).isEqualTo("2 replies, 1 mention, 1 thread together");
        assertThat(known.getLast().from().reviews()).isEqualTo(1);
        assertThat(of(here, "山田花子")).isEmpty();
    }

    @Test
    void whoWasForgottenKnowsNobodyAlsoWhenADayIsWorkedOutAnew() {
        var here = talk();
        var grace = village.identity(here, "Grace");
        village.in(
                here,
                () -> {
                    eraser.forget(village.member(here, "Grace"));
                    return 0;
                });
        assertThat(knowing(here, grace)).isZero();
        village.take(
                here,
                reply("r3", "r1", "Zoë", after(ago(3), 20)),
                naming("r4", "t1", "Grace", after(ago(3), 25), "Ada"));
        village.follow(here);
        assertThat(knowing(here, grace)).isZero();
        assertThat(village.ties(here)).isNotEmpty().noneMatch(tie -> tie.contains("forgotten~"));
        assertThat(of(here, "Ada")).extracting(Tie::name).containsExactly("Zoë");
    }

    private long knowing(Community here, long identity) {
        return village.number(
                here,
                "select (select count(*) from ties.tie where %1$d in (one, other)) + (select count(*) from ties.meeting where %1$d in (one, other))"
                        .formatted(identity));
    }

    @Test
    void aTieFadesToHalfIn180Days() {
        var here = village.found("Ada", "Grace");
        village.take(here, topic("t1", "Ada", ago(40)), reply("r1", "t1", "Grace", ago(40)));
        village.follow(here);
        var ada = village.member(here, "Ada");
        var day = ago(40).atZone(here.zone()).toLocalDate();
        var then = village.in(here, () -> ties.of(ada, day, 1, 0)).getFirst().weight();
        assertThat(then).isEqualTo(1.25, within(1e-9)); // a reply and a thread
        assertThat(
                        village.in(here, () -> ties.of(ada, day.plusDays(180), 1, 0))
                                .getFirst()
                                .weight())
                .isEqualTo(then / 2, within(1e-9));
    }

    @Test
    void nobodyGainsMoreThanTenADayHoweverMuchTheyChat() {
        var here = village.found("Ada", "Grace");
        var all = new ArrayList<Found>();
        all.add(topic("t1", "Ada", ago(1)));
        for (int n = 0; n < 60; n++) {
            all.add(
                    reply(
                            "r" + n,
                            n == 0 ? "t1" : "r" + (n - 1),
                            n % 2 == 0 ? "Grace" : "Ada",
                            after(ago(1), n + 1)));
        }
        village.take(here, all);
        village.follow(here);
        var tie = of(here, "Ada").getFirst();
        assertThat(tie.to().replies() + tie.from().replies()).isEqualTo(60);
        assertThat(tie.weight()).isBetween(19.6, 20.3);
    }

    @Test
    void aThreadOfManyPeopleTiesEachWithThreeOnly() {
        var people = new ArrayList<String>();
        for (int n = 0; n < 200; n++) {
            people.add("P" + n);
        }
        var here = village.found(people.toArray(String[]::new));
        var all = new ArrayList<Found>();
        all.add(topic("t", "P0", ago(2)));
        for (int n = 1; n < 200; n++) {
            all.add(reply("r" + n, "t", "P" + n, after(ago(2), n)));
        }
        village.take(here, all);
        village.follow(here);
        var together =
                village.number(
                        here,
                        "select count(*) from ties.tie where community_id = folkmoot.community() and together > 0");
        assertThat(together).isEqualTo(3 * 200 - 6);
    }

    @Test
    void mergingIsSeenAtOnceAndPartingToo() {
        var here = talk();
        var grace = village.identity(here, "Grace");
        var zoe = village.identity(here, "Zoë");
        var batch = village.in(here, () -> merging.merge(new Pair(grace, zoe), List.of())).batch();
        assertThat(of(here, "Ada"))
                .singleElement()
                .satisfies(
                        tie -> {
                            assertThat(tie.from().replies()).isEqualTo(1);
                            assertThat(tie.from().reviews()).isEqualTo(1);
                        });
        var ada = village.identity(here, "Ada");
        var second = village.in(here, () -> merging.merge(new Pair(ada, grace), List.of())).batch();
        assertThat(of(here, "Ada")).as("nobody has a tie with herself").isEmpty();
        village.in(here, () -> merging.undoBatch(second));
        village.in(here, () -> merging.undoBatch(batch));
        assertThat(of(here, "Ada")).extracting(Tie::name).containsExactly("Grace", "Zoë");
    }

    @Test
    void peopleAreFoundByHowManyTheyKnow() {
        var here = talk();
        assertThat(asking.names(here, "knows at least 2")).containsExactly("Ada");
        assertThat(asking.names(here, "not knows at least 1")).containsExactly("山田花子");
    }

    @Test
    void whatIsDeletedTiesNobodyAndNothingIsDoneTwice() {
        var here = talk();
        assertThat(village.follow(here).days()).isZero();
        var before = village.ties(here);
        village.take(
                here, new Found.Mark(Village.FORUM, "v1", Found.Mark.What.DELETED, "Zoë", ago(0)));
        assertThat(village.follow(here).days()).isPositive();
        assertThat(of(here, "Ada")).extracting(Tie::name).containsExactly("Grace");
        assertThat(village.ties(here)).hasSize(before.size() - 2);
    }

    @Test
    void whatLiesInTheFutureTiesNobodyYet() {
        var here = village.found("Ada", "Grace");
        village.take(here, topic("t1", "Ada", ago(-9)), reply("r1", "t1", "Grace", ago(-9)));
        assertThat(village.follow(here).days()).isZero();
        assertThat(of(here, "Ada")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderAndSplitWithDeletionsEndsAsIfAllHadComeAtOnce(long seed) {
        var random = new Random(seed);
        var names = List.of("Ada", "Grace", "Zoë", "Linus", "Mallory", "محمد");
        var here = village.found(names.toArray(String[]::new));
        var all = new ArrayList<Found>();
        for (int n = 0; n < 120; n++) {
            var who = names.get(random.nextInt(names.size()));
            var at = after(ago(60 - n / 3), n);
            all.add(
                    n < 8
                            ? topic("d" + n, who, at)
                            : naming(
                                    "d" + n,
                                    "d" + random.nextInt(n),
                                    who,
                                    at,
                                    names.get(random.nextInt(6))));
        }
        Collections.shuffle(all, random);
        for (int from = 0; from < all.size(); from += 30) {
            village.take(here, all.subList(from, from + 30));
            if (from % 60 == 0) {
                village.take(
                        here,
                        new Found.Mark(
                                Village.FORUM,
                                "d" + (10 + random.nextInt(100)),
                                Found.Mark.What.DELETED,
                                null,
                                ago(0)));
            }
            village.follow(here);
        }
        var ties = village.ties(here);
        var weight = village.weight(here);
        assertThat(ties).hasSizeGreaterThan(20);
        village.change(here, "delete from ties.tie where community_id = folkmoot.community()");
        village.change(here, "delete from ties.meeting where community_id = folkmoot.community()");
        village.change(here, "delete from ties.seen where community_id = folkmoot.community()");
        village.follow(here);
        assertThat(village.ties(here)).isEqualTo(ties);
        assertThat(village.weight(here)).isEqualTo(weight, within(weight * 1e-9));
        var replies =
                village.number(
                        here,
                        """
                        select count(*) from activity.report_activity a
                        join activity.report_activity p on p.community_id = a.community_id and p.id = a.parent_id
                        where a.community_id = folkmoot.community() and a.counted and p.counted and a.identity_id <> p.identity_id
                        """);
        assertThat(
                        village.number(
                                here,
                                "select sum(replies) from ties.tie where community_id = folkmoot.community()"))
                .isEqualTo(replies);
    }

    @Test
    void whoeverHasBeenHereAMonthAndKnowsNobodyIsAnIsland() {
        var here = village.found("Ada", "Grace", "Zoë");
        village.take(
                here,
                topic("t1", "Ada", ago(50)),
                reply("r1", "t1", "Grace", ago(50)),
                topic("t2", "Zoë", ago(50)));
        village.follow(here);
        assertThat(village.in(here, () -> surroundings.alone(today(here), 30, 10)))
                .extracting(Surroundings.Node::name)
                .containsExactly("Zoë");
        assertThat(village.in(here, () -> surroundings.alone(today(here), 60, 10))).isEmpty();
    }
}
