package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Role;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class ThreadTests {

    @SuppressWarnings("TimeInStaticInitializer") // the same for all tests of this class
    private static final Instant START = Instant.now().minus(Duration.ofDays(5));

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;

    @Test
    void aThreadTellsAllThatWasSaidAndDoneToIt() throws Exception {
        var community = town.found();
        var square = new Square(START);
        var asked =
                square.deed(Square.SLACK, "m1", Kind.MESSAGE, "U1", 0, "How do I *rotate* keys?");
        intaking.take(community, square.with(asked).all());
        intaking.take(
                community,
                new Square(START)
                        .with(asked.saying("How do I *turn* keys?").edited(START.plusSeconds(60)))
                        .reply("m2", "m1", "U2", 5, "Turn them.")
                        .reply("m3", "m2", "U1", 6, "Thanks <@U2>")
                        .reply("m4", "m1", "U1", 7, "my secret is hunter2")
                        .with(
                                new Square(START)
                                        .deed(Square.SLACK, "m5", Kind.REPLY, "U2", 8, "See file")
                                        .under("m1")
                                        .files(List.of("keys.pdf"))
                                        .mentioning(java.util.Set.of("U2")))
                        .with(
                                new Square(START)
                                        .deed(Square.SLACK, "x1", Kind.REACTION, "U2", 9, "tada")
                                        .under("m1"))
                        .with(
                                new Square(START)
                                        .deed(Square.SLACK, "x2", Kind.REACTION, "U1", 9, "tada")
                                        .under("m1"))
                        .with(
                                new Found.Mark(
                                        Square.SLACK,
                                        "m2",
                                        Found.Mark.What.ACCEPTED,
                                        "U1",
                                        START.plusSeconds(900)))
                        .with(
                                new Found.Mark(
                                        Square.SLACK,
                                        "m1",
                                        Found.Mark.What.PINNED,
                                        "U1",
                                        START.plusSeconds(900)))
                        .with(
                                new Found.Mark(
                                        Square.SLACK,
                                        "m4",
                                        Found.Mark.What.DELETED,
                                        "U1",
                                        START.plusSeconds(901)))
                        .all());
        var who = reader.member(community, Role.MODERATOR);
        var page = reader.page(community, who, "/threads/" + reader.id(community, "m1"));
        assertThat(page)
                .contains(
                        "<strong>turn</strong>",
                        "One earlier version",
                        "<strong>rotate</strong>",
                        "edited")
                .contains("accepted answer", "pinned", "keys.pdf", "<bdi>tada</bdi> 2")
                .contains("This post was deleted on", "post-1")
                .contains("4 replies, 2 reactions.")
                .doesNotContain("hunter2");
    }

    @Test
    void whoRegisteredReactedOrVotedIsNotCalledAReply() throws Exception {
        var community = town.found();
        var square =
                new Square(START).topic("e1", "7", 0, "Kettle evening", "Come and boil with us.");
        for (int i = 0; i < 12; i++) {
            square.with(
                    square.deed(Square.FORUM, "r" + i, Kind.REGISTRATION, "p" + i, i, "")
                            .under("e1"));
        }
        for (int i = 0; i < 3; i++) {
            square.with(
                    square.deed(Square.FORUM, "x" + i, Kind.REACTION, "p" + i, i, "heart")
                            .under("e1"));
        }
        square.with(
                Deed.of(Square.FORUM, "unnamed", Kind.REACTION, null, START)
                        .in("F1")
                        .under("e1")
                        .saying("heart")
                        .fact("count", "40"));
        square.with(square.deed(Square.FORUM, "v", Kind.VOTE, "p1", 5, "").under("e1"));
        intaking.take(community, square.all());
        var who = reader.member(community, Role.LEAD);
        var event = "/threads/" + reader.id(community, "e1");
        assertThat(reader.page(community, who, event))
                .contains("43 reactions, 12 registered, one vote.", "<bdi>heart</bdi> 43")
                .doesNotContain("repl<", " replies");
        intaking.take(
                community,
                square.with(
                                square.deed(Square.FORUM, "c1", Kind.REPLY, "p2", 30, "See you")
                                        .under("e1"))
                        .all());
        assertThat(reader.page(community, who, event)).contains("One reply, 43 reactions");
        assertThat(reader.page(community, who, "/activity?kind=reaction"))
                .contains("40 people", "reacted heart");
        assertThat(reader.page(community, who, "/activity?kind=registration"))
                .contains(">on <a")
                .doesNotContain("in reply to");
    }

    @Test
    void aReplyLeadsToItsThreadAndAnotherCommunitysThreadIsNotHere() throws Exception {
        var community = town.found();
        intaking.take(
                community,
                new Square(START).chat("m1", "U1", 0, "Hi").reply("m2", "m1", "U2", 1, "Ho").all());
        var who = reader.member(community, Role.LEAD);
        var answer =
                reader.open(community, who, "/threads/" + reader.id(community, "m2")).getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location"))
                .endsWith(
                        "/threads/%d#p%d"
                                .formatted(reader.id(community, "m1"), reader.id(community, "m2")));
        var other = town.found();
        var stranger = reader.member(other, Role.LEAD);
        var foreign = reader.id(community, "m1");
        assertThat(reader.open(other, stranger, "/threads/" + foreign).getResponse().getStatus())
                .isEqualTo(404);
        assertThat(
                        reader.open(community, stranger, "/threads/" + foreign)
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aDeepChainIsFlattenedAfterFourLevelsAndSaysWhomItAnswers() throws Exception {
        var community = town.found();
        var square = new Square(START).chat("m0", "U1", 0, "Down we go");
        for (int i = 1; i <= 8; i++) {
            square.reply("m" + i, "m" + (i - 1), i % 2 == 0 ? "U1" : "U2", i, "Level " + i);
        }
        intaking.take(community, square.all());
        var page =
                reader.page(
                        community,
                        reader.member(community, Role.LEAD),
                        "/threads/" + reader.id(community, "m0"));
        assertThat(page).contains("post-4", "Level 8", "in reply to").doesNotContain("post-5");
    }

    @Test
    void aThreadOfTenThousandRepliesOpensFastAndIsReadToItsEnd() throws Exception {
        var community = town.found();
        var square = new Square(START).chat("m0", "U1", 0, "The long one");
        for (int i = 1; i <= 10_000; i++) {
            square.reply(
                    "m" + i,
                    i % 3 == 0 ? "m" + (i - 1) : "m0",
                    i % 2 == 0 ? "U1" : "U2",
                    i / 7,
                    "Reply number-" + i + ".");
        }
        intaking.take(community, square.all());
        var who = reader.member(community, Role.LEAD);
        var first = "/threads/" + reader.id(community, "m0");
        reader.page(community, who, first);
        var begun = System.nanoTime();
        var sent = reader.questions(community, who, first);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(sent).hasSizeLessThanOrEqualTo(10);
        var seen = new java.util.HashSet<String>();
        var next = first;
        while (next != null) {
            var page = reader.page(community, who, next);
            Pattern.compile("Reply (number-\\d+)\\.")
                    .matcher(page)
                    .results()
                    .forEach(m -> seen.add(m.group(1)));
            var later = Pattern.compile("href=\"/c/[^/]+(/threads[^\"]*)\">Later").matcher(page);
            next = later.find() ? later.group(1) : null;
        }
        assertThat(seen).hasSize(10_000);
        var late =
                reader.open(community, who, "/threads/" + reader.id(community, "m9000"))
                        .getResponse()
                        .getHeader("Location");
        assertThat(
                        reader.page(
                                community,
                                who,
                                java.util.Objects.requireNonNull(late)
                                        .replaceFirst(".*/threads", "/threads")))
                .contains("Reply number-9000.");
    }
}
