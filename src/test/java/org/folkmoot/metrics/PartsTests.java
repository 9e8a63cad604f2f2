package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.HouseTest;
import org.folkmoot.Settlement;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class PartsTests {

    private static final String MARCH = "?window=30&asOf=2026-03-31";

    @Autowired Settlement settlement;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    private MvcTestResult get(Community here, String who, String path) {
        return browser.get()
                .uri("/c/%s%s".formatted(here.slug(), path))
                .with(Cast.as(who))
                .exchange();
    }

    /// Ada and Grace work for Wick and are both active; of the four others Linus alone is.
    private Community town() {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace", "Linus", "Zoë", "Mallory");
        for (var who : new String[] {"Ada", "Grace"}) {
            settlement.take(
                    here, Person.of(Settlement.CHAT, who).with(Found.Field.ORGANISATION, "Wick"));
        }
        for (var who : new String[] {"Ada", "Grace", "Linus", "Zoë", "Mallory"}) {
            settlement.did(here, who, Kind.JOIN, "2026-01-05T10:00:00Z");
        }
        for (var who : new String[] {"Ada", "Grace", "Linus"}) {
            settlement.did(here, who, Kind.MESSAGE, "2026-03-10T10:00:00Z");
        }
        return here;
    }

    @Test
    void aNumberIsShownPartByPartWithItsIntervalAndTheListBehind() {
        var here = town();
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(get(here, analyst, "/health/active/parts" + MARCH))
                .hasStatusOk()
                .bodyText()
                .contains("Everybody", "Wick", "Organisation", "slack", "Platform")
                .contains("organisation=Wick");
        assertThat(get(here, analyst, "/health/active/parts.csv" + MARCH))
                .hasStatusOk()
                .bodyText()
                .contains("Everybody,Everybody,0.6,5,")
                .contains("Wick,Organisation,1,2,");
        assertThat(get(here, analyst, "/health/score/parts")).hasStatus(404);
    }

    @Test
    void programsGetTheSameAndWhatIsFilteredByIsNotBrokenDownAgain() {
        var here = town();
        var token = "Bearer " + cast.token(here, Scope.READ);
        assertThat(
                        browser.get()
                                .uri(
                                        "/api/v1/communities/%s/metrics/active/parts%s&organisation=Wick"
                                                .formatted(here.slug(), MARCH))
                                .header("Authorization", token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].kind")
                .asArray()
                .startsWith("everybody", "platform")
                .doesNotContain("organisation");
    }

    @Test
    void aCardSaysWhoIsNotInItsNumber() {
        var here = town();
        settlement.change(
                here,
                "update members.member set role_by_hand = 'staff' where id = "
                        + settlement.member(here, "Zoë"));
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(get(here, analyst, "/health" + MARCH))
                .bodyText()
                .contains("3 of 4 members, without 1 of the team and 1 bot");
        assertThat(get(here, analyst, "/health" + MARCH + "&staff=in"))
                .bodyText()
                .contains("3 of 5 members, without 1 bot");
    }
}
