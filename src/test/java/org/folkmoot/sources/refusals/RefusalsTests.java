package org.folkmoot.sources.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Import;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.pulls.Progress;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// What could not be used, from the count on a connection's page to the list and the file.
@HouseTest
@NullUnmarked
class RefusalsTests {

    private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Harness harness;
    @Autowired Refusals refusals;
    @Autowired Progress progress;
    @Autowired MockMvcTester browser;

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

    private void keep(Community here, Source source, String... raws) {
        town.in(
                here,
                () -> {
                    for (var raw : raws) {
                        refusals.keep(
                                source.id(),
                                List.of(new Found.Refused("", 0, "It has no author.", raw)),
                                AT);
                    }
                    progress.heard(
                            source.id(), new Import.Counts(raws.length, 0, 0, raws.length, 0, 0));
                    return true;
                });
    }

    private MvcTestResult get(String who, String path) {
        return browser.get().uri(path).with(Cast.as(who)).exchange();
    }

    @Test
    void theCountLeadsToEachOnceAndToAFile() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var source = connect(here);
        var page = "/c/%s/connections/%d".formatted(here.slug(), source.id());
        assertThat(get(ada, page)).hasStatusOk().bodyText().doesNotContain("not usable");
        assertThat(get(ada, page + "/refused")).hasStatusOk().bodyText().contains("Nothing here");
        keep(here, source, "{\"id\":1}", "=cmd()", "{\"id\":1}");
        assertThat(get(ada, page))
                .hasStatusOk()
                .bodyText()
                .contains("<a href=\"%s/refused\">3 not usable</a>".formatted(page));
        assertThat(get(ada, page + "/refused"))
                .hasStatusOk()
                .bodyText()
                .contains("It has no author.", "=cmd()")
                .containsOnlyOnce("{\"id\":1}");
        assertThat(get(ada, page + "/refused.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("2026-05-04T10:00:00Z,It has no author.,'=cmd()");
        assertThat(get(cast.join(here, Role.ANALYST), page + "/refused")).hasStatus(403);
        assertThat(get(cast.join(here, Role.ANALYST), page + "/refused.csv")).hasStatus(403);
    }

    @Test
    void manyComeInPages() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var source = connect(here);
        var raws = new String[51];
        for (int n = 0; n < raws.length; n++) {
            raws[n] = "row " + n + ".";
        }
        keep(here, source, raws);
        var page = "/c/%s/connections/%d/refused".formatted(here.slug(), source.id());
        assertThat(get(ada, page))
                .bodyText()
                .contains("row 50.", "row 1.", "Those before")
                .doesNotContain("row 0.");
        var api =
                "/api/v1/communities/%s/sources/%d/refused?limit=20"
                        .formatted(here.slug(), source.id());
        var rows = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var told =
                    JsonMapper.shared()
                            .readTree(
                                    get(ada, api + "&cursor=" + cursor)
                                            .getResponse()
                                            .getContentAsByteArray());
            told.path("items").forEach(one -> rows.add(one.path("row").asString()));
            cursor = told.path("next").asString(null);
        }
        assertThat(rows).hasSize(51).doesNotHaveDuplicates().startsWith("row 50.");
        assertThat(get(ada, api + "&cursor=x")).hasStatus(422);
        assertThat(get(ada, api.replace("limit=20", "limit=0"))).hasStatus(422);
        var other = town.found();
        var grace = cast.join(other, Role.COORDINATOR);
        assertThat(get(grace, api.replace(here.slug(), other.slug()))).hasStatus(404);
    }
}
