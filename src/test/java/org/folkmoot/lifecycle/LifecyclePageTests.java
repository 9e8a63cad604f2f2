package org.folkmoot.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Settlement;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Asking;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class LifecyclePageTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired Settlement settlement;
    @Autowired Newcomers newcomers;
    @Autowired Cast cast;
    @Autowired Asking asking;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    private MvcTestResult get(Community here, String who, String path) {
        return browser.get()
                .uri("/c/%s%s".formatted(here.slug(), path))
                .with(Cast.as(who))
                .exchange();
    }

    private static final String MARCH = "?window=30&asOf=2026-03-31";

    /// Ada asks and is answered, comes again and contributes; Grace writes and waits; Linus looks
    /// in only; Zoë is of the team and answers.
    private Community march() {
        var here = settlement.found("Europe/Berlin", "Old");
        settlement.did(here, "Old", Kind.MESSAGE, "2026-01-05T10:00:00Z");
        settlement.did(here, "Zoë", Kind.JOIN, "2026-01-05T10:00:00Z");
        settlement.change(
                here,
                "update members.member set role_by_hand = 'staff' where id = "
                        + settlement.member(here, "Zoë"));
        var asked = settlement.did(here, "Ada", Kind.QUESTION, "2026-03-03T10:00:00Z");
        settlement.did(here, "Ada", Kind.REPLY, "2026-03-03T10:05:00Z", asked);
        settlement.did(here, "Zoë", Kind.REPLY, "2026-03-03T12:00:00Z", asked);
        settlement.did(here, "Ada", Kind.ISSUE, "2026-03-10T10:00:00Z");
        settlement.did(here, "Grace", Kind.MESSAGE, "2026-03-04T10:00:00Z");
        settlement.did(here, "Linus", Kind.JOIN, "2026-03-05T10:00:00Z");
        return here;
    }

    @Test
    void thePageSaysHowFarNewcomersCameAndWhoWaits() {
        var here = march();
        var lead = cast.join(here, Role.LEAD);
        assertThat(get(here, lead, "/lifecycle" + MARCH))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "3 members came from",
                        "1 of 2 posts",
                        "67\u00a0% of those who came took part, 33\u00a0% got an answer, 33\u00a0% came again",
                        "Whose first post waits")
                .containsPattern("id=\"waiting\"(?s:.)*Grace(?s:.)*id=\"who\"");
        assertThat(get(here, lead, "/lifecycle/newcomers.csv" + MARCH))
                .hasStatusOk()
                .bodyText()
                .contains(
                        ",Ada,2026-03-03T10:00:00Z,2026-03-03T10:00:00Z,2026-03-03T10:00:00Z,2026-03-03T12:00:00Z,2026-03-08T23:00:00Z,2026-03-10T10:00:00Z\r\n",
                        ",Linus,2026-03-05T10:00:00Z,,,,,\r\n")
                .doesNotContain("Zoë", "Old");
        assertThat(get(here, lead, "/lifecycle?window=8")).hasStatus(422);
        assertThat(get(here, lead, "/lifecycle?asOf=tomorrow")).hasStatus(422);
    }

    @Test
    void whatHappensAfterTheWindowIsNotKnownInIt() {
        var here = march();
        var asOf = LocalDate.parse("2026-03-03");
        var window = org.folkmoot.metrics.Window.of(asOf, 7, BERLIN, clock.instant());
        var then = settlement.in(here, () -> newcomers.of(window));
        assertThat(then).hasSize(1);
        assertThat(then.getFirst().answered()).isNotNull();
        assertThat(then.getFirst().again()).isNull();
        assertThat(then.getFirst().contributed()).isNull();
    }

    @Test
    void twoAccountsOfOnePersonAreOneNewcomer() {
        var here = march();
        settlement.change(
                here,
                "update members.identity set member_id = %d where external_id = 'Grace'"
                        .formatted(settlement.member(here, "Ada")));
        var window =
                org.folkmoot.metrics.Window.of(
                        LocalDate.parse("2026-03-31"), 30, BERLIN, clock.instant());
        var all = settlement.in(here, () -> newcomers.of(window));
        assertThat(all).filteredOn(n -> n.name().equals("Ada")).hasSize(1);
        var ada = all.stream().filter(n -> n.name().equals("Ada")).findAny().orElseThrow();
        assertThat(ada.posted()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(ada.again()).isEqualTo(Instant.parse("2026-03-08T23:00:00Z"));
    }

    @Test
    void thePageSaysOnHowFewTheWorkRests() {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace", "Linus");
        for (int day = 2; day <= 10; day++) {
            settlement.did(here, "Ada", Kind.ISSUE, "2026-03-%02dT10:00:00Z".formatted(day));
        }
        settlement.did(here, "Grace", Kind.ISSUE, "2026-03-02T10:00:00Z");
        settlement.did(here, "Linus", Kind.MESSAGE, "2026-03-02T10:00:00Z");
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(get(here, analyst, "/lifecycle/carriers" + MARCH))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "1 person did half of what 2 contributors did.",
                        "The busiest made 90\u00a0% of it",
                        "general")
                .doesNotContain("Linus");
        assertThat(get(here, analyst, "/lifecycle/carriers.csv" + MARCH))
                .hasStatusOk()
                .bodyText()
                .contains(",Ada,9,Core\r\n", ",Grace,1,Regular\r\n");
    }

    /// Ada came every second day and hardly comes; Grace comes as ever.
    private Community drifting() {
        var here = settlement.found("Europe/Berlin", "Ada");
        var all = new ArrayList<Found>();
        all.add(Person.of(Settlement.CHAT, "Grace").with(Found.Field.NAME, "Grace"));
        for (int day = 1; day <= 200; day++) {
            if (day % 2 == 0 && (day > 40 || day == 12)) {
                all.add(wrote("Ada", day));
            }
            if (day % 2 == 1) {
                for (int n = 0; n < 6; n++) {
                    all.add(wrote(n == 0 ? "Grace" : "Regular" + n, day));
                }
            }
        }
        settlement.take(here, all.toArray(Found[]::new));
        return here;
    }

    private Deed wrote(String who, int daysAgo) {
        var at = clock.instant().minus(daysAgo, ChronoUnit.DAYS);
        return Deed.of(Settlement.CHAT, who + daysAgo, Kind.MESSAGE, who, at)
                .in("C1")
                .saying("So it is");
    }

    @Test
    void whoComesMuchLessIsListedAndCanBeAskedForAnywhere() throws Exception {
        var here = drifting();
        var lead = cast.join(here, Role.LEAD);
        assertThat(get(here, lead, "/lifecycle/leaving"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "7 members come regularly; 1 of them much less",
                        "Ada",
                        "13 days",
                        "1 day",
                        "How right")
                .doesNotContain("<bdi>Grace</bdi>");
        assertThat(asking.names(here, "leaving")).containsExactly("Ada");
        assertThat(asking.names(here, "not leaving and activities at least 50"))
                .contains("Grace")
                .doesNotContain("Ada");
        assertThat(
                        browser.get()
                                .uri("/api/v1/communities/" + here.slug() + "/lifecycle/leaving")
                                .header("Authorization", "Bearer " + cast.token(here, Scope.READ)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].recent")
                .isEqualTo(1);
        assertThat(Queries.during(() -> get(here, lead, "/lifecycle/leaving"))).hasSizeLessThan(25);
    }

    @Test
    void programsGetTheSameOfNewcomersAndCarriers() {
        var here = march();
        var token = "Bearer " + cast.token(here, Scope.READ);
        for (var ask : List.of("newcomers", "carriers")) {
            assertThat(
                            browser.get()
                                    .uri(
                                            "/api/v1/communities/%s/lifecycle/%s%s"
                                                    .formatted(here.slug(), ask, MARCH))
                                    .header("Authorization", token))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath(ask.equals("newcomers") ? "$.came" : "$.contributions")
                    .isEqualTo(ask.equals("newcomers") ? 3 : 1);
        }
    }

    @Test
    void programsGetCarriersPlaceByPlaceAndOfTheTeamAlone() {
        var here = march();
        settlement.take(
                here,
                Deed.of(
                        Settlement.CHAT,
                        "nowhere",
                        Kind.COMMIT,
                        "Grace",
                        Instant.parse("2026-03-05T10:00:00Z")));
        var token = "Bearer " + cast.token(here, Scope.READ);
        var told =
                assertThat(
                                browser.get()
                                        .uri(
                                                "/api/v1/communities/%s/lifecycle/carriers%s"
                                                        .formatted(here.slug(), MARCH))
                                        .header("Authorization", token))
                        .hasStatusOk()
                        .bodyJson();
        told.extractingPath("$.contributions").isEqualTo(2);
        told.extractingPath("$.absenceOfTheTeam").isEqualTo(1);
        told.extractingPath("$.places[*].name").asArray().containsExactly("general");
        told.extractingPath("$.places[0].contributions").isEqualTo(1);
        told.extractingPath("$.places[0].contributors").isEqualTo(1);
        told.extractingPath("$.places[0].absence").isEqualTo(1);
        assertThat(get(here, cast.join(here, Role.ANALYST), "/lifecycle/carriers" + MARCH))
                .bodyText()
                .contains("Of what the team did itself, 1 teammate did half.");
    }

    @Test
    void whoHasNothingYetIsToldWhatWillBeHere() {
        var here = settlement.found("Europe/Berlin");
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(get(here, analyst, "/lifecycle"))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody came");
        assertThat(get(here, analyst, "/lifecycle/carriers"))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody contributed");
        assertThat(get(here, analyst, "/lifecycle/leaving"))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody is drifting away");
    }
}
