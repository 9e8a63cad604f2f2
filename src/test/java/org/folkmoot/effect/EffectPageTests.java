package org.folkmoot.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Forty people write on the same days; twenty of them attend, and these go on writing.
@HouseTest
@NullUnmarked
class EffectPageTests {

    @Autowired Settlement settlement;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    String analyst;

    @BeforeEach
    void found() {
        here = settlement.found("Europe/Berlin", "Ada");
        var all = new ArrayList<Found>();
        for (int p = 0; p < 40; p++) {
            var who = "P" + p;
            all.add(Person.of(Settlement.CHAT, who).with(Found.Field.NAME, "Person " + p));
            all.add(did(who, Kind.MESSAGE, "2026-03-02T10:00:00Z", 0));
            all.add(did(who, Kind.MESSAGE, "2026-03-10T10:00:00Z", 0));
            if (p % 2 == 0) {
                all.add(did(who, Kind.ATTENDANCE, "2026-03-10T18:00:00Z", 0));
            }
            // all of those who attended are back, and four of the others
            if (p % 2 == 0 || p % 10 == 1) {
                all.add(did(who, Kind.MESSAGE, "2026-03-11T10:00:00Z", 5));
                all.add(did(who, Kind.MESSAGE, "2026-03-11T10:00:00Z", 26));
            }
        }
        settlement.take(here, all.toArray(Found[]::new));
        analyst = cast.join(here, Role.ANALYST);
    }

    private static Deed did(String who, Kind kind, String at, int later) {
        var when = Instant.parse(at).plus(later, ChronoUnit.DAYS);
        return Deed.of(Settlement.CHAT, who + kind + when, kind, who, when).in("C1").saying("So");
    }

    private MvcTestResult get(String who, String path) {
        return browser.get()
                .uri(java.net.URI.create("/c/%s%s".formatted(here.slug(), path)))
                .with(Cast.as(who))
                .exchange();
    }

    private static final String ASKED = "?did=attendance&after=30&span=90&asOf=2026-04-30";

    @Test
    void thePageComparesThoseWhoAttendedWithThoseLikeThem() {
        assertThat(get(analyst, "/effect" + ASKED))
                .hasStatusOk()
                .bodyText()
                .contains("Did it help?", "attended", "/effect/result?did=attendance");
        assertThat(get(analyst, "/effect/result" + ASKED))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "were active again more often than members like them: 100\u00a0% and 20\u00a0%, so +80 points",
                        "20 people did it", "It is no proof");
    }

    @Test
    void theListBehindHoldsThoseWhoDidIt() {
        var director = cast.join(here, Role.MANAGER);
        assertThat(get(director, "/effect/who" + ASKED))
                .hasStatusOk()
                .bodyText()
                .contains("Person 0", "Person 38", "1 to 20 of 20")
                .doesNotContain("Person 1<");
        assertThat(get(director, "/effect/who.csv" + ASKED))
                .hasStatusOk()
                .bodyText()
                .contains(",Person 0,2026-03-10,yes,2\r\n");
        assertThat(get(director, "/effect/effect.csv" + ASKED))
                .hasStatusOk()
                .bodyText()
                .contains("Active again at all,1.000000,0.200000,0.800000,");
        assertThat(get(director, "/effect/weeks.csv" + ASKED))
                .hasStatusOk()
                .bodyText()
                .contains("week,did,alike\r\n", "\r\n1,1.000000,0.200000\r\n");
    }

    @Test
    void mergedPeopleAreOnePersonAtOnce() {
        // Person 1 did not attend, Person 0 did: as one person they did
        settlement.change(
                here,
                "update members.identity set member_id = %d where external_id = 'P1'"
                        .formatted(settlement.member(here, "P0")));
        assertThat(get(analyst, "/effect/result" + ASKED))
                .hasStatusOk()
                .bodyText()
                .contains("20 people did it");
    }

    @Test
    void aConditionNarrowsBothSides() {
        assertThat(get(analyst, "/effect/result" + ASKED + "&where=nonsense")).hasStatus(422);
        assertThat(get(analyst, "/effect/result" + ASKED + "&where=activities%20at%20least%204"))
                .hasStatusOk()
                .bodyText()
                .contains("20 people did it");
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThat(get(analyst, "/effect?did=nonsense")).hasStatus(422);
        assertThat(get(analyst, "/effect?did=attendance&after=31")).hasStatus(422);
        assertThat(get(analyst, "/effect?did=attendance&span=x")).hasStatus(422);
        assertThat(get(analyst, "/effect?asOf=2999-01-01")).hasStatus(422);
        assertThat(get(analyst, "/effect/result?did=segment-999999")).hasStatus(404);
    }

    @Test
    void programsGetTheSame() {
        var token = cast.token(here, Scope.READ);
        assertThat(
                        browser.get()
                                .uri("/api/v1/communities/" + here.slug() + "/effect" + ASKED)
                                .header("Authorization", "Bearer " + token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcomes[0].difference")
                .asNumber()
                .satisfies(d -> assertThat(d.doubleValue()).isBetween(0.7999, 0.8001));
    }

    @Test
    void itCostsAFewStatementsHoweverManyPeople() throws Exception {
        get(analyst, "/effect/result" + ASKED);
        assertThat(Queries.during(() -> get(analyst, "/effect/result" + ASKED)))
                .hasSizeLessThan(25);
    }
}
