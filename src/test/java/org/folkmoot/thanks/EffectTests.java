package org.folkmoot.thanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.folkmoot.thanks.Village.FORUM;
import static org.folkmoot.thanks.Village.deed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
@NullUnmarked
class EffectTests {

    @Autowired Village village;
    @Autowired Effects effects;
    @Autowired Cast cast;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    /// Worked out by hand. Stratum A: 3 of 4 thanked, 4 of 8 others; B: 1 of 2, 1 of 4.
    /// Weights 2/3 and 1/3: shares 2/3 and 5/12, a difference of 1/4. Variance 4/9 · (2/9 / 4
    /// + 1/4 / 8) + 1/9 · (1/4 / 2 + 2/9 / 4) = 0.058642, so ± 1.96 · 0.242161 = ± 0.474627.
    @Test
    void sharesAreComparedWithinKindAndWeek() {
        var effect =
                Effect.of(
                        List.of(
                                new Effect.Stratum(4, 3, 8, 4),
                                new Effect.Stratum(2, 1, 4, 1),
                                new Effect.Stratum(3, 3, 0, 0)));
        assertThat(effect.thanked()).isEqualTo(6);
        assertThat(effect.others()).isEqualTo(12);
        assertThat(effect.alone()).isEqualTo(3);
        assertThat(effect.share()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(effect.otherShare()).isCloseTo(5 / 12.0, within(1e-9));
        assertThat(effect.low()).isCloseTo(0.25 - 0.474627, within(1e-5));
        assertThat(effect.high()).isCloseTo(0.25 + 0.474627, within(1e-5));
        assertThat(effect.words())
                .contains("67 %", "42 %", "too few people to conclude anything")
                .doesNotContain("more often");
    }

    @Test
    void manyWithAClearDifferenceAreSaidToComeBackMoreOften() {
        assertThat(Effect.of(List.of(new Effect.Stratum(100, 80, 100, 40))).words())
                .contains("They came back more often, by about 40 points.");
        assertThat(Effect.of(List.of(new Effect.Stratum(100, 51, 100, 50))).words())
                .contains("cannot be told from chance");
        assertThat(Effect.of(List.of()).words()).contains("Not known yet");
    }

    @Test
    void whoWasThankedIsLookedAtFromTheThankYouOn() throws Exception {
        var here = village.found();
        var monday =
                LocalDate.now(ZoneOffset.UTC)
                        .minusDays(100)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var noon = monday.atTime(12, 0).toInstant(ZoneOffset.UTC);
        var found = new ArrayList<Found>();
        // four with a first post in one week; two are thanked two days later
        for (int n = 0; n < 4; n++) {
            found.add(
                    deed(FORUM, "p" + n, Kind.MESSAGE, "new" + n, noon.plus(Duration.ofHours(n))));
        }
        // the first is back after the thank-you, the second only before it
        found.add(deed(FORUM, "b0", Kind.MESSAGE, "new0", noon.plus(Duration.ofDays(20))));
        found.add(deed(FORUM, "b1", Kind.MESSAGE, "new1", noon.plus(Duration.ofDays(1))));
        // of the others one is back in time and one too late
        found.add(deed(FORUM, "b2", Kind.MESSAGE, "new2", noon.plus(Duration.ofDays(31))));
        found.add(deed(FORUM, "b3", Kind.MESSAGE, "new3", noon.plus(Duration.ofDays(40))));
        village.take(here, found);
        village.within(
                here,
                () ->
                        db.sql(
                                        """
                                        insert into thanks.thank (community_id, batch, put_on, kind, nth, activity_id, moment_at, done, way, by, at)
                                        select m.community_id, 1, i.member_id, m.kind, m.nth, m.activity_id, m.at, 'thanked', 'mail', 'Grace', m.at + interval '2 days'
                                        from thanks.moment m join members.identity i on i.id = m.identity_id
                                        where m.community_id = folkmoot.community() and m.kind = 'first_post' and i.external_id in ('new0', 'new1')
                                        """)
                                .update());
        var today = LocalDate.now(ZoneOffset.UTC);
        var strata =
                village.in(here, () -> effects.strata(monday.minusDays(7), today, "Europe/Berlin"));
        assertThat(strata).containsExactly(new Effect.Stratum(2, 1, 2, 1));
        var who = cast.join(here, Role.ANALYST);
        assertThat(
                        browser.get()
                                .uri("/c/" + here.slug() + "/thanks/effect")
                                .with(Cast.as(who))
                                .exchange())
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Does thanking help?",
                        "too few people to conclude anything",
                        "proves no cause");
    }
}
