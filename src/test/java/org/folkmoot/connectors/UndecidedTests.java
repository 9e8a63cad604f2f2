package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Files that were dropped and about which nobody has decided.
@HouseTest
class UndecidedTests {

    private static final Pattern ZONE = Pattern.compile("name=\"m-zone\"[^>]*value=\"([^\"]*)\"");

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Uploads uploads;
    @Autowired Imports imports;
    @Autowired MockMvc mvc;

    @Test
    void areListedUntilAnImportIsMadeOfThemAndInTheirCommunityAlone() throws Exception {
        var community = town.found();
        var other = town.found();
        var file = drop(community);
        assertThat(page(community, "/imports")).contains("not imported yet", "guests.csv");
        assertThat(page(other, "/imports")).doesNotContain("guests.csv");
        town.in(
                community,
                () ->
                        imports.plan(
                                "csv", file.name(), file.path().toString(), Map.of(), "f", "Ada"));
        assertThat(page(community, "/imports")).doesNotContain("not imported yet");
    }

    @Test
    void theTimesOfATableAreThoseOfTheCommunityUnlessSomebodySaysOtherwise() throws Exception {
        var community = town.found("Asia/Tokyo");
        var file = drop(community);
        assertThat(zone(page(community, "/imports/uploads/" + file.id()))).isEqualTo("Asia/Tokyo");
        assertThat(zone(page(community, "/imports/uploads/" + file.id() + "?m-zone=UTC")))
                .isEqualTo("UTC");
    }

    private Upload drop(Community community) {
        return town.in(
                community,
                () ->
                        uploads.keep(
                                "guests.csv",
                                path ->
                                        Files.writeString(
                                                path,
                                                "Name,Attended at\nAda,2026-02-03 10:00\nBob,2026-02-04 09:00\n")));
    }

    private String page(Community community, String path) throws Exception {
        return mvc.perform(
                        get("/c/" + community.slug() + path)
                                .with(Cast.as(cast.join(community, Role.COORDINATOR))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String zone(String page) {
        var found = ZONE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
