package org.folkmoot.sources.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.connectors.Person;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.Wire;
import org.folkmoot.sources.turns.Turns;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Programs of others, from what happens here to what they are told.
@HouseTest
@NullUnmarked
class SubscriberTests {

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Harness harness;
    @Autowired Subscribers subscribers;
    @Autowired Tellings tellings;
    @Autowired Communities communities;
    @Autowired Turns turns;
    @Autowired Ingest ingest;
    @Autowired SegmentFeed segments;
    @Autowired PlatformTransactionManager transactions;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    private final Harness.Hands hands = new Harness.Hands();
    private final AtomicReference<Vendor.Answer> answer =
            new AtomicReference<>(Vendor.Answer.of(204, ""));
    private final Vendor program = new Vendor(_ -> answer.get());
    private final Happenings feed = new Happenings();

    /// A feed of which the test says what happens.
    private static final class Happenings implements Feed {
        private final AtomicLong last = new AtomicLong(100);

        @Override
        public String key() {
            return "tests";
        }

        @Override
        public Map<String, String> types() {
            return Map.of("test.done", "a test was done", "test.begun", "a test began");
        }

        @Override
        public long last() {
            return last.get();
        }

        @Override
        public Page after(long number, int most) {
            var to = Math.min(last.get(), number + 3);
            return new Page(
                    java.util.stream.LongStream.rangeClosed(number + 1, to)
                            .mapToObj(
                                    n ->
                                            new Happening(
                                                    n,
                                                    n % 5 == 0 ? "test.begun" : "test.done",
                                                    Instant.EPOCH,
                                                    Map.of("member", n)))
                            .toList(),
                    Math.max(number, to));
        }
    }

    @AfterEach
    void close() {
        program.close();
    }

    private Subscribing subscribing() {
        return new Subscribing(subscribers, tellings, List.of(feed), communities, hands);
    }

    private Delivering delivering(Wire wire) {
        return new Delivering(
                subscribers,
                tellings,
                List.of(feed),
                _ -> Long.MAX_VALUE,
                communities,
                turns,
                wire,
                hands,
                transactions);
    }

    private Subscribing.Made subscribe(Community here, String... wants) {
        return town.in(
                here, () -> subscribing().add("", program.url() + "/in?a=b", List.of(wants)));
    }

    /// Once the house, which looks after it too, has let go of it.
    private void round(Community here, long id) {
        round(here, id, harness.reach());
    }

    private void round(Community here, long id, Wire wire) {
        var delivering = delivering(wire);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> town.in(here, () -> delivering.round(id)));
    }

    private Subscriber now(Community here, long id) {
        return town.in(here, () -> subscribers.get(id));
    }

    private List<String> names() {
        return program.asked().stream().map(a -> a.headers().get("webhook-id")).toList();
    }

    @Test
    void whatHappensIsToldInItsOrderOnceAndSigned() {
        var here = town.found();
        var made = subscribe(here, "test.done");
        var id = made.subscriber().id();
        round(here, id);
        assertThat(program.asked()).isEmpty();
        feed.last.set(107);
        assertThat(town.in(here, subscribers::rekey)).isEqualTo(1);
        round(here, id);
        round(here, id);
        assertThat(names())
                .containsExactly(
                        "tests-101",
                        "tests-102",
                        "tests-103",
                        "tests-104",
                        "tests-106",
                        "tests-107");
        var first = program.asked().getFirst();
        assertThat(first.path() + first.query()).isEqualTo("/in{a=[b]}");
        assertThat(first.headers()).containsEntry("content-type", "application/json");
        assertThat(first.json().path("type").asString("")).isEqualTo("test.done");
        assertThat(first.json().path("community").asString("")).isEqualTo(here.slug());
        assertThat(first.json().path("data").path("member").asLong()).isEqualTo(101);
        var at = first.headers().get("webhook-timestamp");
        assertThat(at).isEqualTo(Long.toString(hands.instant().getEpochSecond()));
        var key = Base64.getDecoder().decode(made.secret().substring("whsec_".length()));
        var right =
                Signature.of(
                        "HmacSHA256",
                        key,
                        ("tests-101." + at + "." + first.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(first.headers()).containsEntry("webhook-signature", "v1," + right.base64());
        assertThat(now(here, id).toldAt()).isEqualTo(hands.instant());
    }

    @Test
    void whatFailsIsToldLaterUnderTheSameNameAndInOrder() {
        var here = town.found();
        var id = subscribe(here).subscriber().id();
        feed.last.set(102);
        answer.set(Vendor.Answer.of(503, "").with("Retry-After", "90"));
        round(here, id);
        round(here, id);
        assertThat(names()).containsExactly("tests-101");
        assertThat(now(here, id).problem()).contains("503");
        assertThat(now(here, id).nextAt()).isEqualTo(hands.instant().plusSeconds(90));
        answer.set(Vendor.Answer.of(200, "fine"));
        hands.set(hands.instant().plusSeconds(89));
        round(here, id);
        assertThat(names()).hasSize(1);
        hands.set(hands.instant().plusSeconds(1));
        round(here, id);
        assertThat(names()).containsExactly("tests-101", "tests-101", "tests-102");
        assertThat(program.asked().get(1).body()).isEqualTo(program.asked().getFirst().body());
        assertThat(now(here, id).failures()).isZero();
        assertThat(now(here, id).problem()).isNull();
    }

    @Test
    void whoFailsTooOftenIsLeftAloneUntilSomebodyLooked() {
        var here = town.found();
        var id = subscribe(here).subscriber().id();
        feed.last.set(103);
        answer.set(Vendor.Answer.of(500, ""));
        for (int n = 0; n < 30; n++) {
            round(here, id);
            hands.set(hands.instant().plus(Duration.ofDays(1)));
        }
        assertThat(now(here, id).state()).isEqualTo(Subscriber.State.BROKEN);
        assertThat(program.asked()).hasSize(20);
        var states =
                town.in(here, () -> tellings.of(id, 0, 10)).stream().map(Telling::state).toList();
        assertThat(states).contains(Telling.State.DEAD, Telling.State.WAITING);

        answer.set(Vendor.Answer.of(200, ""));
        program.forget();
        town.in(
                here,
                () -> {
                    subscribing().resume(id);
                    return subscribing().again(id);
                });
        round(here, id);
        assertThat(names()).containsExactly("tests-101", "tests-102", "tests-103");
        assertThat(now(here, id).state()).isEqualTo(Subscriber.State.ON);
    }

    @Test
    void whoIsGoneIsAskedNoMoreAndNobodyIsFollowedElsewhere() {
        var here = town.found();
        var id = subscribe(here).subscriber().id();
        feed.last.set(101);
        answer.set(Vendor.Answer.of(302, "").with("Location", program.url() + "/elsewhere"));
        round(here, id);
        assertThat(program.asked()).hasSize(1);
        assertThat(now(here, id).problem()).contains("another address");
        hands.set(hands.instant().plusSeconds(600));
        answer.set(Vendor.Answer.of(410, ""));
        round(here, id);
        assertThat(now(here, id).state()).isEqualTo(Subscriber.State.BROKEN);
        assertThat(now(here, id).problem()).contains("no more");
    }

    @Test
    void theOwnNetIsOutOfReach() throws Exception {
        var here = town.found();
        var id = subscribe(here).subscriber().id();
        feed.last.set(101);
        harness.fenced(fenced -> round(here, id, fenced));
        assertThat(program.asked()).isEmpty();
        assertThat(now(here, id).problem()).contains("https");
        for (var bad :
                List.of("ftp://x.example", "https://ada:pw@x.example", "x", "https:///a", "")) {
            assertThatThrownBy(() -> town.in(here, () -> subscribing().add("", bad, List.of())))
                    .isInstanceOf(Refusal.Unusable.class);
        }
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () ->
                                                subscribing()
                                                        .add(
                                                                "",
                                                                "https://x.example",
                                                                List.of("test.lost"))))
                .hasMessageContaining("test.lost");
    }

    @Test
    void whatCameIntoTheLedgerIsToldIfItIsNew() {
        var here = town.found();
        var ledger = new ActivityFeed(db, hands);
        var last = in(here, ledger::last);
        assertThat(in(here, () -> ledger.after(last, 10)).all()).isEmpty();
        in(
                here,
                () ->
                        ingest.take(
                                List.of(
                                        new Found.Origin("webhook:door", "Door", Markup.PLAIN),
                                        Found.Place.of("webhook:door", "in", "In", Style.OTHER),
                                        Person.of("webhook:door", "7").with("name", "Ada"),
                                        opened("old", "2020-01-01T00:00:00Z"),
                                        opened("new", "2026-03-01T08:00:00Z")),
                                new HashMap<>()));
        hands.set(Instant.parse("2026-03-02T07:00:00Z"));
        var page = in(here, () -> ledger.after(last, 10));
        assertThat(page.all())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.type()).isEqualTo("activity.added");
                            assertThat(one.at()).isEqualTo("2026-03-01T08:00:00Z");
                            assertThat(one.number()).isEqualTo(page.last());
                            assertThat(one.data().keySet())
                                    .map(String::valueOf)
                                    .containsExactlyInAnyOrder(
                                            "activity", "kind", "source", "place", "member");
                        });
        assertThat(in(here, () -> ledger.after(page.last(), 10)).last()).isEqualTo(page.last());
        assertThat(in(here, () -> segments.after(0, 10)).all()).isEmpty();
    }

    private static Deed opened(String id, String at) {
        return Deed.of("webhook:door", id, Kind.ATTENDANCE, "7", Instant.parse(at)).in("in");
    }

    private <T> T in(Community here, java.util.function.Supplier<T> work) {
        return town.in(here, () -> transaction.execute(_ -> work.get()));
    }

    @Test
    void thePageShowsTheSecretOnceAndWhatWasTold() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var path = "/c/%s/subscribers".formatted(here.slug());
        var made =
                browser.post()
                        .uri(path)
                        .with(Cast.as(ada))
                        .with(csrf())
                        .param("address", "https://hooks.example.org/in")
                        .param("wants", "segment.entered")
                        .exchange();
        assertThat(made).hasStatusOk().bodyText().contains("whsec_", "never shown again");
        var one = town.in(here, subscribers::all).getFirst();
        assertThat(one.wants()).containsExactly("segment.entered");
        assertThat(one.name()).isEqualTo("hooks.example.org");
        town.in(
                here,
                () -> {
                    subscribing().trial(one.id());
                    return true;
                });
        assertThat(get(ada, path + "/" + one.id()))
                .bodyText()
                .contains("hooks.example.org", "test", "waits")
                .doesNotContain("whsec_");
        assertThat(get(ada, path)).bodyText().contains("listening", "somebody did something");
        assertThat(get(cast.join(here, Role.ANALYST), path)).hasStatus(403);
        assertThat(
                        browser.post()
                                .uri(path)
                                .with(Cast.as(ada))
                                .with(csrf())
                                .param("address", "nowhere")
                                .exchange())
                .bodyText()
                .contains("no address like");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult get(
            String who, String path) {
        return browser.get().uri(path).with(Cast.as(who)).exchange();
    }
}
