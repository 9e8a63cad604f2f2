package org.folkmoot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
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

/// Time zones concluded from the ledger.
@HouseTest
@NullUnmarked
class ListeningTests {

    @Autowired Neighbourhood hood;
    @Autowired Listening listening;
    @Autowired Rhythms rhythms;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    Neighbourhood.Desk desk;

    @BeforeEach
    void found() {
        here = hood.town.found();
        desk = new Neighbourhood.Desk(browser, here, cast.join(here, Role.LEAD));
    }

    /// Somebody who was there every local hour from nine to 22 on so many days, at that offset.
    private void live(String who, int offset, int days, LocalDate from) {
        var found = new ArrayList<Found>();
        found.add(Person.of("slack:T1", who).with(Found.Field.NAME, who));
        for (int day = 0; day < days; day++) {
            for (int hour = 9; hour <= 22; hour++) {
                var at = from.plusDays(day).atTime(hour, 17).toInstant(ZoneOffset.ofHours(offset));
                found.add(Deed.of("slack:T1", who + at, Kind.MESSAGE, who, at).saying("Hello."));
            }
        }
        hood.take(here, found.toArray(Found[]::new));
    }

    private List<Rhythm> of(String who) {
        return hood.in(here, () -> rhythms.of(hood.members(here).get(who)));
    }

    private String page(String who) throws Exception {
        return desk.get("/people/" + hood.members(here).get(who))
                .getMvcResult()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aZoneIsConcludedMarkedAndGivesWayToOneThatIsStated() throws Exception {
        live("hanako", 9, 4, LocalDate.parse("2026-03-01"));
        hood.in(here, listening::run);
        assertThat(page("hanako"))
                .contains("about UTC+", "inferred", "there now", "From 56 hours")
                .contains("Of five such conclusions four are right");
        var member = hood.members(here).get("hanako");
        assertThat(desk.get("/people.csv")).bodyText().doesNotContain("UTC+");
        desk.post("/people/%d/said/timezone".formatted(member), "value", "Tokyo");
        assertThat(page("hanako")).contains("Asia/Tokyo").doesNotContain("inferred");
        desk.post("/people/%d/said/timezone/removal".formatted(member));
        assertThat(page("hanako")).contains("inferred");
    }

    @Test
    void onlyAccountsWithSomethingNewAreCountedAnew() {
        live("ada", 0, 3, LocalDate.parse("2026-03-01"));
        live("zoë", 0, 3, LocalDate.parse("2026-03-01"));
        hood.in(here, listening::run);
        assertThat(hood.in(here, listening::run)).isZero();
        live("ada", 0, 4, LocalDate.parse("2026-03-01"));
        // 0 when the background came first, never 2
        assertThat(hood.in(here, listening::run)).isLessThanOrEqualTo(1);
        assertThat(of("ada").getFirst().hours()).contains(4).doesNotContain(3);
        assertThat(of("zoë").getFirst().hours()).contains(3);
    }

    @Test
    void theLastActiveYearCountsAndMidnightHasNoHour() {
        live("ada", 0, 5, LocalDate.parse("2020-03-01"));
        live("ada", 0, 2, LocalDate.parse("2026-03-01"));
        var midnight = Instant.parse("2026-02-20T00:00:00Z");
        hood.take(here, Deed.of("slack:T1", "m", Kind.MESSAGE, "ada", midnight).saying("Day only"));
        hood.in(here, listening::run);
        var hours = of("ada").getFirst().hours();
        assertThat(hours.get(9)).isEqualTo(2);
        assertThat(hours.getFirst()).isZero();
    }
}
