package org.folkmoot.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Reader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class HoursPageTests {

    private static final String PATH = "/settings/hours";

    @Autowired Town town;
    @Autowired Reader reader;
    @Autowired HoursBook book;

    /// Monday to Thursday from eight to four.
    private static Map<String, String> form() {
        var form = new HashMap<String, String>();
        for (int day = 1; day <= 4; day++) {
            form.put("from." + day, "08:00");
            form.put("until." + day, "16:00");
        }
        form.put("holidays", "2026-12-25 Christmas");
        return form;
    }

    private long steps(Community community) {
        return reader.number(
                community,
                "select count(*) from access.trail where community_id = folkmoot.community() and action = 'business hours changed'");
    }

    @Test
    void theUsualHoursAreShownAsSuch() throws Exception {
        var community = town.found();
        assertThat(reader.page(community, reader.member(community, Role.LEAD), PATH))
                .contains("usual hours", "Nobody has chosen any yet", "Europe/Berlin")
                .contains("name=\"from.5\" value=\"09:00\"", "name=\"from.6\" value=\"\"");
        assertThat(town.in(community, book::here)).isEqualTo(BusinessHours.USUAL);
    }

    @Test
    void chosenHoursHoldAndStandInTheTrail() throws Exception {
        var community = town.found();
        var other = town.found();
        var who = reader.member(community, Role.MANAGER);
        assertThat(reader.send(community, who, PATH, form()).getResponse().getStatus())
                .isEqualTo(302);
        var hours = town.in(community, book::here);
        assertThat(hours.chosen()).isTrue();
        assertThat(hours.inWords(java.util.Locale.ENGLISH)).isEqualTo("Mon to Thu 08:00 to 16:00");
        assertThat(hours.holidays()).containsValue("Christmas");
        assertThat(town.in(other, book::here)).isEqualTo(BusinessHours.USUAL);
        assertThat(reader.page(community, who, PATH))
                .contains("2026-12-25 Christmas", "name=\"from.4\" value=\"08:00\"")
                .doesNotContain("Nobody has chosen");
        assertThat(
                        reader.text(
                                community,
                                "select detail->'week'->'monday'->>'from' || ' ' || (detail->'holidays')::text from access.trail where community_id = folkmoot.community() and action = 'business hours changed'"))
                .isEqualTo("08:00 {\"2026-12-25\": \"Christmas\"}");
        reader.send(community, who, PATH, form());
        assertThat(steps(community)).as("the same once more is no change").isEqualTo(1);
    }

    @Test
    void whatWillNotDoIsSaidAndKeptInTheForm() throws Exception {
        var community = town.found();
        var who = reader.member(community, Role.LEAD);
        var form = form();
        form.put("until.2", "07:00");
        form.put("holidays", "<b>soon</b>");
        var answer = reader.send(community, who, PATH, form);
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(Reader.body(answer))
                .contains("Nothing is saved yet.")
                .contains("Tuesday ends at 07:00, which is not after its beginning at 08:00.")
                .contains("value=\"07:00\"", "aria-describedby=\"wrong-2\"")
                .contains("does not begin with a day", "&lt;b&gt;soon&lt;/b&gt;");
        assertThat(town.in(community, book::here).chosen()).isFalse();
        assertThat(steps(community)).isZero();
    }

    @Test
    void aWeekWithoutHoursIsRefusedKindly() throws Exception {
        var community = town.found();
        var who = reader.member(community, Role.LEAD);
        var answer = reader.send(community, who, PATH, Map.of("holidays", ""));
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(Reader.body(answer)).contains("Give at least one day its hours.");
    }

    @Test
    void whoMayNotEditSettingsNeitherSeesNorChangesThem() throws Exception {
        var community = town.found();
        var who = reader.member(community, Role.COORDINATOR);
        assertThat(reader.open(community, who, PATH).getResponse().getStatus()).isEqualTo(403);
        assertThat(reader.send(community, who, PATH, form()).getResponse().getStatus())
                .isEqualTo(403);
        assertThat(town.in(community, book::here).chosen()).isFalse();
    }

    @Test
    void theSettingsLeadThere() throws Exception {
        var community = town.found();
        var who = reader.member(community, Role.LEAD);
        for (var page : new String[] {"/settings", "/settings/kinds", PATH}) {
            assertThat(reader.page(community, who, page))
                    .contains("/settings/hours\"", "Business hours");
        }
    }
}
