package org.folkmoot.sources.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Statistic;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What platforms count of themselves, from a page to the page.
@HouseTest
@NullUnmarked
class FiguresTests {

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Harness harness;
    @Autowired Figures figures;
    @Autowired MockMvcTester browser;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Source connect(Community here) {
        return town.in(
                here,
                () ->
                        harness.joining(new Harness.Hands())
                                .add(
                                        "discourse",
                                        "",
                                        Map.of("base-url", "https://forum.example.org"),
                                        Map.of("api-key", "k")));
    }

    private static Statistic told(LocalDate day, String name, String of, long value) {
        return new Statistic(
                day, name, of.isEmpty() ? Map.of() : Map.of("page", of), BigDecimal.valueOf(value));
    }

    private void keep(Community here, Source source, Statistic... told) {
        town.in(
                here,
                () -> {
                    figures.keep(source.id(), List.of(told));
                    return true;
                });
    }

    private List<Figures.Total> totals(Community here, Source source) {
        return town.in(here, () -> figures.totals(source.id(), LocalDate.EPOCH));
    }

    @Test
    void whatComesLaterTakesThePlaceOfWhatWasTold() {
        var here = town.found();
        var source = connect(here);
        keep(
                here,
                source,
                told(today, "views", "/a", 3),
                told(today, "views", "/a", 4),
                told(today, "views", "/b", 10),
                told(today.minusDays(1), "views", "/a", 1));
        keep(here, source, told(today, "views", "/a", 5));
        assertThat(totals(here, source))
                .containsExactly(
                        new Figures.Total("views", today.minusDays(1), BigDecimal.ONE),
                        new Figures.Total("views", today, BigDecimal.valueOf(15)));
        var other = town.found();
        assertThat(totals(other, source)).isEmpty();
    }

    private MvcTestResult get(String who, String path) {
        return browser.get().uri(path).with(Cast.as(who)).exchange();
    }

    @Test
    void theyAreAChartATableAndAFile() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var source = connect(here);
        var page = "/c/%s/connections/%d".formatted(here.slug(), source.id());
        assertThat(get(ada, page)).hasStatusOk().bodyText().doesNotContain("figures.csv");
        keep(here, source, told(today, "views", "=1+1", 12_345), told(today, "likes", "", 2));
        assertThat(get(ada, page))
                .hasStatusOk()
                .bodyText()
                .contains("What Discourse counts", "Views: 12,345 on ", "figures.csv?name=views");
        assertThat(get(ada, page + "/figures.csv"))
                .hasStatusOk()
                .bodyText()
                .contains(today + ",likes,,2", today + ",views,page: =1+1,12345");
        assertThat(get(cast.join(here, Role.ANALYST), page + "/figures.csv")).hasStatus(403);
    }

    @Test
    void programsReadThemPageByPage() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var source = connect(here);
        keep(
                here,
                source,
                told(today, "views", "/a", 1),
                told(today, "views", "/b", 2),
                told(today, "likes", "/b", 3),
                told(today.minusDays(1), "likes", "/b", 4));
        var path =
                "/api/v1/communities/%s/sources/%d/figures?limit=1"
                        .formatted(here.slug(), source.id());
        var values = new ArrayList<String>();
        var cursor = "";
        for (int pages = 0; pages < 4; pages++) {
            var json = json(get(ada, path + "&cursor=" + cursor));
            values.add(json.path("items").path(0).path("value").toString());
            cursor = json.path("next").asString("");
        }
        assertThat(values).containsExactlyInAnyOrder("1", "2", "3", "4").startsWith("3");
        assertThat(values).endsWith("4");
        assertThat(json(get(ada, path + "&name=views&from=" + today)).path("items")).hasSize(1);
        assertThat(get(ada, path + "&cursor=odd")).hasStatus(422);
        assertThat(get(ada, path + "&from=yesterday")).hasStatus(422);
    }

    private static JsonNode json(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return JsonMapper.shared()
                .readTree(
                        new String(
                                result.getResponse().getContentAsByteArray(),
                                StandardCharsets.UTF_8));
    }

    @Test
    void aDayOnWhichNothingWasToldIsAGap() {
        var charts =
                new FigureCharts(
                                List.of(
                                        new Figures.Total(
                                                "views", today.minusDays(2), BigDecimal.ONE),
                                        new Figures.Total("views", today, BigDecimal.TEN)),
                                "/figures.csv",
                                Locale.ENGLISH)
                        .all();
        assertThat(charts)
                .singleElement()
                .satisfies(
                        c ->
                                assertThat(c.series().getFirst().values())
                                        .containsExactly(1.0, Double.NaN, 10.0));
    }
}
