package org.folkmoot.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.folkmoot.HouseTest;
import org.folkmoot.PostOffice;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@HouseTest
class AskingTests {

    /// A Wednesday, noon in Berlin; far ahead, so that only these tests look into the outbox.
    private static final Instant NOON = Instant.parse("2031-03-05T11:00:00Z");

    private static final Letter LETTER = new Letter("Would you?", "We would be glad.");

    @Autowired Town town;
    @Autowired Neighbours neighbours;
    @Autowired Asking asking;
    @Autowired Asks asks;
    @Autowired Outbox outbox;
    @Autowired DefaultListableBeanFactory house;

    Community here;
    PostOffice post;
    String address;
    long ada;

    @BeforeEach
    void open() {
        post = PostOffice.open(house);
        here = town.found();
        address = Neighbours.address();
        ada = neighbours.meet(here, "Ada Lovelace", address, "Europe/Berlin");
    }

    @AfterEach
    void close() {
        post.close();
    }

    private Answer ask(long member, String purpose, String key, Instant now) {
        return neighbours.in(
                here, () -> asking.ask(Ask.mail(member, purpose, "test", key, LETTER), now));
    }

    private Answer would(long member, String purpose, Instant now) {
        return Objects.requireNonNull(
                neighbours
                        .in(here, () -> asking.would(List.of(member), purpose, Channel.MAIL, now))
                        .get(member));
    }

    private void run(Instant now) {
        neighbours.in(
                here,
                () -> {
                    outbox.run(now);
                    return true;
                });
    }

    private Asked found(String key) {
        return neighbours.in(here, () -> asking.find("test", key).orElseThrow());
    }

    private void agrees() {
        neighbours.says(here, ada, address, "news", Act.GRANTED);
    }

    @Test
    void whoAgreedGetsItAfterTheHoldOnceAndWithAWayOut() throws Exception {
        agrees();
        assertThat(would(ada, "news", NOON)).isEqualTo(new Answer.Going(NOON.plusSeconds(10)));
        assertThat(ask(ada, "news", "a", NOON)).isEqualTo(new Answer.Going(NOON.plusSeconds(10)));
        run(NOON.plusSeconds(9));
        assertThat(post.to(address)).isEmpty();
        run(NOON.plusSeconds(10));
        run(NOON.plusSeconds(20));
        assertThat(post.to(address)).hasSize(1);
        var mail = post.to(address).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Would you?");
        assertThat(mail.getContent().toString())
                .contains("We would be glad.", "you agreed to “News of the community”");
        assertThat(mail.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", ""))
                .matches(
                        "<http://localhost:\\d+/p/%s/unsubscribe/[\\w.-]+>".formatted(here.slug()));
        assertThat(ask(ada, "news", "a", NOON.plusSeconds(60)))
                .isEqualTo(new Answer.AlreadyAsked(AskState.SENT, NOON.plusSeconds(10)));
    }

    @Test
    void whoDidNotAgreeIsNotAskedAndTheReasonIsSaid() {
        assertThat(ask(ada, "news", "a", NOON).inWords())
                .isEqualTo("Ada Lovelace has not agreed to “News of the community” by mail.");
        agrees();
        neighbours.says(
                here,
                ada,
                address,
                "news",
                Act.WITHDRAWN,
                Source.LINK,
                Instant.parse("2025-04-01T12:00:00Z"));
        assertThat(ask(ada, "news", "a", NOON).inWords())
                .isEqualTo(
                        "Ada Lovelace does not want “News of the community” by mail, since 1 April 2025.");
        assertThat(neighbours.in(here, () -> asking.find("test", "a"))).isEmpty();
    }

    @Test
    void aLetterThatNeedsNoConsentGoesUntilSheObjects() {
        assertThat(ask(ada, "personal", "a", NOON)).isInstanceOf(Answer.Going.class);
        neighbours.says(here, ada, address, "all", Act.WITHDRAWN);
        assertThat(ask(ada, "personal", "b", NOON).inWords()).contains("does not want any mails");
        run(NOON.plusSeconds(11));
        assertThat(post.to(address)).as("she objected while it was held").isEmpty();
        assertThat(found("a").state()).isEqualTo(AskState.CANCELLED);
        assertThat(found("a").reason()).contains("does not want any mails");
    }

    @Test
    void nobodyIsAskedMoreOftenThanTheBudgetAndWhatIsHeldGoesLater() {
        for (var key : List.of("a", "b", "c")) {
            assertThat(ask(ada, "personal", key, NOON)).isInstanceOf(Answer.Going.class);
        }
        run(NOON.plusSeconds(10));
        var later = NOON.plus(Duration.ofDays(20));
        assertThat(would(ada, "personal", later)).isInstanceOf(Answer.Held.class);
        var held = (Answer.Held) ask(ada, "personal", "d", later);
        assertThat(held.reason())
                .isEqualTo(
                        "Ada Lovelace was asked 3 times in the last 30 days, and 3 is the most. It waits until Friday, 4 April, 13:00 there.");
        assertThat(held.until()).isEqualTo(NOON.plusSeconds(10).plus(Duration.ofDays(30)));
        run(held.until().minusSeconds(1));
        assertThat(post.to(address)).hasSize(3);
        run(held.until());
        assertThat(post.to(address)).hasSize(4);
        assertThat(ask(ada, "confirmation", "e", held.until())).isInstanceOf(Answer.Going.class);
    }

    @Test
    void whatWouldBeHeldLongerThanItIsOfUseIsNotKept() {
        for (var key : List.of("a", "b", "c")) {
            ask(ada, "personal", key, NOON);
        }
        assertThat(ask(ada, "personal", "d", NOON).inWords())
                .contains("3 is the most", "of no use any more");
        assertThat(neighbours.in(here, () -> asking.find("test", "d"))).isEmpty();
    }

    @Test
    void manyAtOnceDoNotExceedTheBudget() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all =
                    IntStream.range(0, 24)
                            .<Callable<Answer>>mapToObj(
                                    i -> () -> ask(ada, "personal", "race " + i, NOON))
                            .toList();
            var answers = threads.invokeAll(all).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(a -> a instanceof Answer.Going).hasSize(3);
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var zoe = neighbours.meet(here, "Zoë", Neighbours.address(), "");
            var same =
                    java.util.Collections.<Callable<Answer>>nCopies(
                            8, () -> ask(zoe, "personal", "the same", NOON));
            var answers = threads.invokeAll(same).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(a -> a instanceof Answer.Going).hasSize(1);
        }
    }

    @Test
    void nobodyIsWokenWhereverTheyLive() {
        var hana = neighbours.meet(here, "山田花子", Neighbours.address(), "Asia/Tokyo");
        var held = (Answer.Held) ask(hana, "personal", "a", NOON.plus(Duration.ofHours(2)));
        assertThat(held.reason())
                .isEqualTo(
                        "It is 22:00 where 山田花子 is (Asia/Tokyo), which is in the quiet hours. It waits until Thursday, 6 March, 08:00 there.");
        var unknown = neighbours.meet(here, "محمد", Neighbours.address(), "Somewhere nice");
        assertThat(ask(unknown, "personal", "b", NOON)).isInstanceOf(Answer.Going.class);
        assertThat(would(unknown, "personal", NOON.plus(Duration.ofHours(9))).inWords())
                .contains("(Europe/Berlin, as the community)");
    }

    @Test
    void whatWasTakenBackDoesNotGoAndMayBeAskedAgain() {
        ask(ada, "personal", "a", NOON);
        assertThat(neighbours.in(here, () -> asking.takeBack("test", "a"))).isTrue();
        run(NOON.plusSeconds(60));
        assertThat(post.to(address)).isEmpty();
        assertThat(ask(ada, "personal", "a", NOON)).isInstanceOf(Answer.Going.class);
        run(NOON.plusSeconds(60));
        assertThat(post.to(address)).hasSize(1);
        assertThat(neighbours.in(here, () -> asking.takeBack("test", "a"))).isFalse();
    }

    @Test
    void whatWasBeingSentWhenEverythingStoppedIsNeverSentAgain() {
        ask(ada, "personal", "a", NOON);
        post.through(
                new JavaMailSenderImpl() {
                    @Override
                    public void send(jakarta.mail.internet.MimeMessage message) {
                        throw new StackOverflowError("the process ends here");
                    }
                });
        try {
            run(NOON.plusSeconds(10));
        } catch (StackOverflowError e) {
            assertThat(found("a").state()).isEqualTo(AskState.SENDING);
        }
        run(NOON.plusSeconds(20));
        assertThat(found("a").state()).isEqualTo(AskState.UNCONFIRMED);
        assertThat(ask(ada, "personal", "a", NOON.plusSeconds(30)))
                .isEqualTo(new Answer.Unconfirmed(NOON.plusSeconds(20)));
        assertThat(post.to(address)).isEmpty();
    }

    @Test
    void aMailServerThatIsAwayLeavesItNotSent() {
        ask(ada, "personal", "a", NOON);
        post.stop();
        run(NOON.plusSeconds(10));
        assertThat(found("a").state()).isEqualTo(AskState.FAILED);
        assertThat(found("a").reason()).isEqualTo("The mail server did not take it.");
    }

    @Test
    void joinedPeopleShareOneBudgetAndPartedOnesHaveTheirOwn() {
        var other = neighbours.meet(here, "A. Lovelace", Neighbours.address(), "Europe/Berlin");
        ask(ada, "personal", "a", NOON);
        ask(ada, "personal", "b", NOON);
        ask(other, "personal", "c", NOON);
        neighbours.join(here, ada, other);
        assertThat(would(other, "personal", NOON).inWords()).contains("was asked 3 times");
        neighbours.part(here, ada);
        assertThat(would(ada, "personal", NOON)).isInstanceOf(Answer.Going.class);
        assertThat(would(other, "personal", NOON)).isInstanceOf(Answer.Going.class);
    }

    @Test
    void afterJoiningTheMostCarefulWordHolds() {
        agrees();
        var other = neighbours.meet(here, "A. Lovelace", Neighbours.address(), "Europe/Berlin");
        neighbours.says(here, other, "", "news", Act.WITHDRAWN);
        assertThat(would(ada, "news", NOON)).isInstanceOf(Answer.Going.class);
        neighbours.join(here, ada, other);
        assertThat(would(ada, "news", NOON).inWords()).contains("does not want");
        neighbours.part(here, ada);
        assertThat(would(ada, "news", NOON)).isInstanceOf(Answer.Going.class);
    }

    @Test
    void whatATeammateWroteByHandIsNotedAndCounts() {
        var answer =
                neighbours.in(here, () -> asking.ask(Ask.byHand(ada, "personal", "t", "h"), NOON));
        assertThat(answer).isEqualTo(new Answer.Sent(NOON));
        ask(ada, "personal", "a", NOON);
        ask(ada, "personal", "b", NOON);
        assertThat(would(ada, "personal", NOON)).isInstanceOf(Answer.Held.class);
    }

    @Test
    void withoutAddressOrPostItSaysSo() {
        var linus = neighbours.meet(here, "Linus", "linus@users.noreply.github.com", "");
        assertThat(ask(linus, "personal", "a", NOON)).isEqualTo(new Answer.NoAddress("Linus"));
        post.close();
        assertThat(ask(ada, "personal", "b", NOON).inWords()).startsWith("No mail server");
    }

    @Test
    void aPreviewOfManyCostsAsMuchAsOfOne() throws Exception {
        var many =
                IntStream.range(0, 30)
                        .mapToObj(i -> neighbours.meet(here, "N" + i, Neighbours.address(), ""))
                        .toList();
        would(ada, "personal", NOON);
        var one = Queries.during(() -> would(ada, "personal", NOON));
        var all =
                Queries.during(
                        () ->
                                neighbours.in(
                                        here,
                                        () -> asking.would(many, "personal", Channel.MAIL, NOON)));
        assertThat(all).hasSameSizeAs(one).hasSizeLessThan(9);
    }
}
