package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Settlement;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.identity.Merging;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Who has left: gone from all platforms at once, until they are there again.
@HouseTest
@NullUnmarked
class GoneTests {

    private static final String FORUM = "discourse:settlement";

    @Autowired Settlement settlement;
    @Autowired Metrics metrics;
    @Autowired Merging merging;
    @Autowired Clock clock;

    private Community here;

    /// Ada has an account in the chat and one in the forum, since the New Year.
    @BeforeEach
    void found() {
        here = settlement.found("Europe/Berlin", "Ada");
        settlement.take(
                here,
                new Found.Origin(FORUM, "Settlement forum", Markup.MARKDOWN),
                Person.of(FORUM, "Ada2").joined(Instant.parse("2026-01-01T10:00:00Z")));
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-01-02T10:00:00Z");
    }

    private void join() {
        var accounts =
                List.of(
                        settlement.number(
                                here, "select id from members.identity where external_id = 'Ada'"),
                        settlement.number(
                                here,
                                "select id from members.identity where external_id = 'Ada2'"));
        settlement.within(here, () -> merging.join(accounts, List.of()));
    }

    private void left(String source, String who, String at) {
        settlement.take(here, Person.of(source, who).left(Instant.parse(at)));
    }

    private Growth growth(String asOf, String platform) {
        return settlement.in(
                here,
                () ->
                        metrics.of(
                                        Ask.of(
                                                here,
                                                Map.of("asOf", asOf, "platform", platform),
                                                clock.instant()))
                                .growth()
                                .now());
    }

    @Test
    void whoLeavesOnePlatformStaysOnTheOther() {
        join();
        left(FORUM, "Ada2", "2026-03-05T10:00:00Z");
        assertThat(growth("2026-03-31", "").left()).isZero();
        assertThat(growth("2026-03-31", "").total()).isEqualTo(1);
        assertThat(growth("2026-03-31", "discourse").left()).isEqualTo(1);
        assertThat(growth("2026-03-31", "discourse").total()).isZero();
    }

    @Test
    void whoLeavesAllIsGoneSinceTheLastOne() {
        join();
        left(Settlement.CHAT, "Ada", "2026-02-05T10:00:00Z");
        left(FORUM, "Ada2", "2026-03-05T10:00:00Z");
        assertThat(growth("2026-02-28", "").left()).isZero();
        assertThat(growth("2026-03-31", "").left()).isEqualTo(1);
        assertThat(growth("2026-03-31", "").total()).isZero();
    }

    @Test
    void whoIsBackOnOnePlatformHasNotLeftByLeavingTheOther() {
        join();
        left(Settlement.CHAT, "Ada", "2026-02-05T10:00:00Z");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-02-20T10:00:00Z");
        left(FORUM, "Ada2", "2026-03-05T10:00:00Z");
        for (var day : List.of("2026-02-10", "2026-02-28", "2026-03-31")) {
            assertThat(growth(day, "").left()).as(day).isZero();
            assertThat(growth(day, "").total()).as(day).isEqualTo(1);
        }
        // there alone, she was away for two weeks
        assertThat(growth("2026-02-10", "slack").total()).isZero();
        assertThat(growth("2026-03-15", "slack").returned()).isEqualTo(1);
    }

    @Test
    void ofTwoAccountsOnOnePlatformOneIsEnoughToBeThere() {
        settlement.take(
                here,
                Person.of(Settlement.CHAT, "Ada2").joined(Instant.parse("2026-01-01T10:00:00Z")));
        settlement.change(
                here,
                "update members.identity set member_id = %d where external_id = 'Ada2' and platform = 'slack'"
                        .formatted(settlement.member(here, "Ada")));
        left(Settlement.CHAT, "Ada", "2026-02-05T10:00:00Z");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-02-20T10:00:00Z");
        left(Settlement.CHAT, "Ada2", "2026-03-05T10:00:00Z");
        assertThat(growth("2026-03-31", "slack").left()).isZero();
        assertThat(growth("2026-03-31", "slack").total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE, 1",
        "REACTION, 1",
        "JOIN, 1",
        "BADGE, 0",
        "FOLLOW, 0",
        "PAGE_VIEW, 0",
        "LEAVE, 0",
        "BAN, 0",
        "SYSTEM_NOTE, 0"
    })
    void leavingEndsWhenSomebodyIsActiveOrJoinsAgain(Kind kind, int back) {
        left(Settlement.CHAT, "Ada", "2026-02-05T10:00:00Z");
        settlement.did(here, "Ada", kind, "2026-03-10T10:00:00Z");
        assertThat(growth("2026-02-15", "slack").left()).isEqualTo(1);
        assertThat(growth("2026-03-31", "slack").returned()).isEqualTo(back);
        assertThat(growth("2026-03-31", "slack").total()).isEqualTo(back);
    }

    /// Before and after the account itself is told of.
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"MESSAGE", "JOIN"})
    void whereThePlatformTellsNoDateItIsTheLaterOfTheLastChangeAndTheLastActivity(Kind kind) {
        var changed = Instant.parse("2026-02-05T10:00:00Z");
        var gone = Person.of(Settlement.CHAT, "Ada").changed(changed).left(changed);
        settlement.take(here, gone);
        assertThat(growth("2026-02-15", "slack").left()).isEqualTo(1);
        settlement.take(
                here,
                Deed.of(
                                Settlement.CHAT,
                                "later",
                                kind,
                                "Ada",
                                Instant.parse("2026-03-10T10:00:00Z"))
                        .in("C1"));
        assertThat(growth("2026-02-15", "slack").left()).isZero();
        assertThat(growth("2026-03-31", "slack").left()).isEqualTo(1);
        settlement.take(here, gone);
        assertThat(growth("2026-03-31", "slack").left()).isEqualTo(1);
    }
}
