package org.folkmoot.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Settlement;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.briefing.Dashboard.Audience;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.metrics.GaugeYears;
import org.folkmoot.metrics.Metrics;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class DashboardTests {

    @Autowired Settlement settlement;
    @Autowired Dashboards dashboards;
    @Autowired GaugeYears years;
    @Autowired Metrics metrics;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    /// So many people who each wrote something twenty days ago.
    private Community of(int people) {
        var here = settlement.found("Europe/Berlin");
        var all = new ArrayList<Found>();
        for (int i = 0; i < people; i++) {
            var at = clock.instant().minus(20, ChronoUnit.DAYS);
            all.add(
                    Deed.of(Settlement.CHAT, "d" + i, Kind.MESSAGE, "Person" + i, at)
                            .in("C1")
                            .saying("So it is"));
        }
        settlement.take(here, all.toArray(Found[]::new));
        return here;
    }

    private MvcTestResult open(Community here, String below) {
        return browser.get().uri("/p/%s/numbers%s".formatted(here.slug(), below)).exchange();
    }

    private MvcTestResult save(
            Community here, String who, String audience, String sites, String... gauges) {
        return browser.post()
                .uri("/c/%s/briefing/public".formatted(here.slug()))
                .param("audience", audience)
                .param("gauge", gauges)
                .param("sites", sites)
                .with(Cast.as(who))
                .exchange();
    }

    @Test
    void nobodySeesNumbersUntilTheTeamShowsThem() {
        var here = of(12);
        var lead = cast.join(here, Role.LEAD);
        assertThat(open(here, "")).hasStatus(404);
        assertThat(save(here, lead, "everybody", "", "active", "active-share")).hasStatus(302);
        assertThat(open(here, ""))
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "public, max-age=300");
        assertThat(open(here, ""))
                .bodyText()
                .contains("How Town", "Active members", ">12<", "100\u00a0%")
                .doesNotContain("Person1", "Half of the questions");
        assertThat(save(here, lead, "nobody", "", "active")).hasStatus(302);
        assertThat(open(here, "")).hasStatus(404);
    }

    @Test
    void aLinkOpensItUntilThereIsANewOne() {
        var here = of(12);
        var lead = cast.join(here, Role.LEAD);
        save(here, lead, "link", "", "members");
        assertThat(open(here, "")).hasStatus(404);
        var link = link(here, lead);
        assertThat(open(here, link)).hasStatusOk().bodyText().contains("Members");
        assertThat(open(here, link + "x")).hasStatus(404);
        assertThat(
                        browser.post()
                                .uri("/c/%s/briefing/public/link".formatted(here.slug()))
                                .with(Cast.as(lead))
                                .exchange())
                .hasStatus(302);
        assertThat(open(here, link)).hasStatus(404);
        assertThat(open(here, link(here, lead))).hasStatusOk();
        // a link of one community opens nothing of another
        var other = of(12);
        save(other, cast.join(other, Role.LEAD), "link", "", "members");
        assertThat(open(other, link(here, lead))).hasStatus(404);
    }

    private String link(Community here, String who) {
        var page =
                browser.get()
                        .uri("/c/%s/briefing/public".formatted(here.slug()))
                        .with(Cast.as(who))
                        .exchange();
        var start = "/p/%s/numbers".formatted(here.slug());
        var found =
                java.util.regex.Pattern.compile(
                                java.util.regex.Pattern.quote(start) + "(/[^\"]+)\"")
                        .matcher(text(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onlySitesThatWereNamedMayFrameIt() {
        var here = of(12);
        var lead = cast.join(here, Role.LEAD);
        save(here, lead, "everybody", "", "members");
        assertThat(policy(open(here, ""))).contains("frame-ancestors 'none'");
        save(here, lead, "everybody", "https://Example.org/\nhttp://localhost:3000", "members");
        assertThat(policy(open(here, "")))
                .contains("frame-ancestors https://example.org http://localhost:3000;")
                .contains("default-src 'self'");
        for (var bad : List.of("javascript:alert(1)", "https://a.example; script-src *", "*")) {
            assertThat(save(here, lead, "everybody", bad, "members")).hasStatus(422);
        }
        assertThat(policy(open(here, ""))).contains("https://example.org");
    }

    private static String policy(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Content-Security-Policy"));
    }

    @Test
    void sharesAndTimesOfFewPeopleAreWithheld() {
        var here = of(GaugeYears.FEW - 1);
        save(here, cast.join(here, Role.LEAD), "everybody", "", "active", "active-share");
        assertThat(open(here, ""))
                .hasStatusOk()
                .bodyText()
                .contains(">9<", "withheld because too few people were active")
                .doesNotContain("100\u00a0%");
    }

    @Test
    void theNumbersAreThoseOfHealth() {
        var here = of(12);
        settlement.in(
                here,
                () -> {
                    var year = years.of(here);
                    var yesterday = LocalDate.ofInstant(clock.instant(), here.zone()).minusDays(1);
                    assertThat(year.days()).hasSize(13).endsWith(yesterday).isSorted();
                    var report =
                            metrics.of(
                                    Ask.of(
                                            here,
                                            Map.of("asOf", yesterday.toString()),
                                            clock.instant()));
                    for (var gauge : Gauge.values()) {
                        var value = gauge.of(report);
                        assertThat(year.now(gauge))
                                .as(gauge.key())
                                .isEqualTo(Objects.requireNonNullElse(value, Double.NaN));
                    }
                    return true;
                });
    }

    @Test
    void howeverManyLookItIsWorkedOutOnce() throws Exception {
        var here = of(12);
        save(here, cast.join(here, Role.LEAD), "everybody", "", "members");
        open(here, "");
        settlement.did(here, "Person1", Kind.MESSAGE, clock.instant().toString());
        assertThat(Queries.during(() -> open(here, "")))
                .hasSizeLessThan(12)
                .noneMatch(sql -> sql.contains("metrics.sheet"));
    }

    @Test
    void onlyWhoeverEditsSettingsShowsNumbersAndMayTakeItBack() {
        var here = of(12);
        assertThat(save(here, cast.join(here, Role.ANALYST), "everybody", "", "members"))
                .hasStatus(403);
        assertThat(settlement.in(here, dashboards::here).audience()).isEqualTo(Audience.NOBODY);
        var lead = cast.join(here, Role.LEAD);
        assertThat(save(here, lead, "everybody", "", "nonsense")).hasStatus(422);
        assertThat(save(here, lead, "everybody", "")).hasStatus(422);
        assertThat(save(here, lead, "some", "", "members")).hasStatus(422);
        assertThat(save(here, lead, "everybody", "", "members")).hasStatus(302);
        assertThat(
                        settlement.number(
                                here,
                                "select count(*) from access.trail where action = 'public numbers changed'"))
                .isEqualTo(1);
    }

    @Test
    void aDashboardKeepsItsNumbersInOrderAndOnce() {
        var wanted = Dashboard.NONE.with("link", List.of("response", "members", "response"), "");
        assertThat(wanted.gauges()).containsExactly(Gauge.RESPONSE, Gauge.MEMBERS);
        assertThatThrownBy(() -> Dashboard.NONE.with("link", List.of("members"), "https://a b"))
                .isInstanceOf(Refusal.Unusable.class);
    }
}
