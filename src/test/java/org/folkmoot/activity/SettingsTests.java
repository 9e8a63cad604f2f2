package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Intaking;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class SettingsTests {

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;
    @Autowired Kinds kinds;

    private Map<String, String> weights(Community community) {
        var form = new HashMap<String, String>();
        town.in(
                community,
                () -> {
                    for (var kind : Kind.values()) {
                        var worth = kinds.here().of(kind);
                        form.put("seen." + kind.key(), worth.key());
                        form.put("weight." + kind.key(), Integer.toString(worth.weight()));
                        if (worth.active()) {
                            form.put("active." + kind.key(), "on");
                        }
                        if (worth.contribution()) {
                            form.put("contribution." + kind.key(), "on");
                        }
                        if (worth.content()) {
                            form.put("content." + kind.key(), "on");
                        }
                    }
                    return form;
                });
        return form;
    }

    private void settled(Community community) throws InterruptedException {
        for (int i = 0;
                i < 200
                        && reader.number(
                                        community,
                                        "select count(*) from activity.recount where community_id = folkmoot.community()")
                                > 0;
                i++) {
            Thread.sleep(50);
        }
    }

    private long sum(Community community, String column) {
        return reader.number(
                community,
                "select coalesce(sum(%s), 0) from activity.presence where community_id = folkmoot.community()"
                        .formatted(column));
    }

    @Test
    void whatAKindCountsAsIsChangedForThePastTooAndItsHistoryKept() throws Exception {
        var community = town.found();
        intaking.take(
                community,
                new Square(Instant.parse("2026-03-02T10:00:00Z"))
                        .chat("m1", "U1", 0, "Hello")
                        .chat("m2", "U2", 1, "Hello too")
                        .all());
        assertThat(sum(community, "contributions")).isZero();
        var who = reader.member(community, Role.MANAGER);
        var form = weights(community);
        form.put("contribution.message", "on");
        form.put("weight.message", "12");
        assertThat(reader.send(community, who, "/settings/kinds", form).getResponse().getStatus())
                .isEqualTo(302);
        settled(community);
        assertThat(sum(community, "contributions")).isEqualTo(2);
        assertThat(sum(community, "activities")).isEqualTo(2);
        assertThat(reader.page(community, who, "/settings/kinds"))
                .contains("Message: weight 12, active, contribution, content", "by Grace");
        assertThat(
                        reader.number(
                                community,
                                "select count(*) from access.trail where community_id = folkmoot.community() and action = 'kind changed'"))
                .isEqualTo(1);
        intaking.take(
                community,
                new Square(Instant.parse("2026-03-02T10:00:00Z"))
                        .chat("m3", "U1", 9, "More")
                        .all());
        assertThat(sum(community, "contributions"))
                .as("what comes later counts alike")
                .isEqualTo(3);
    }

    @Test
    void twoWhoChangeDifferentKindsAtOnceBothKeepTheirChange() throws Exception {
        var community = town.found();
        var who = reader.member(community, Role.MANAGER);
        var mine = weights(community);
        var theirs = weights(community);
        mine.put("weight.message", "11");
        theirs.put("weight.reaction", "7");
        reader.send(community, who, "/settings/kinds", mine);
        reader.send(community, who, "/settings/kinds", theirs);
        assertThat(reader.page(community, who, "/settings/kinds").replaceAll("\\s+", " "))
                .containsPattern("name=\"weight.message\" value=\"11\"")
                .containsPattern("name=\"weight.reaction\" value=\"7\"");
    }

    @Test
    void aWeightBeyondTheScaleIsRefused() throws Exception {
        var community = town.found();
        var who = reader.member(community, Role.MANAGER);
        var form = weights(community);
        form.put("weight.message", "13");
        var answer = reader.send(community, who, "/settings/kinds", form);
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(Reader.body(answer)).contains("whole number from 0 to 12");
    }

    @Test
    void anotherTimeZoneCutsOtherDaysAlsoWhenTheClocksChange() throws Exception {
        // 23:30 UTC is the next day in Berlin, before and after the clocks change on 29 March 2026,
        // and 22:30 UTC only after
        var community = town.found("UTC");
        intaking.take(
                community,
                new Square(Instant.parse("2026-03-27T22:30:00Z"))
                        .chat("m1", "U1", 0, "winter, half past eleven")
                        .chat("m2", "U1", 60, "winter, half past midnight")
                        .chat("m3", "U1", 3 * 24 * 60, "summer, half past midnight")
                        .all());
        assertThat(days(community)).isEqualTo("2026-03-27 2026-03-30");
        var who = reader.member(community, Role.LEAD);
        reader.send(
                community,
                who,
                "/settings",
                Map.of(
                        "name",
                        "Town",
                        "kind",
                        "developer",
                        "zone",
                        "Europe/Berlin",
                        "locale",
                        "en"));
        settled(community);
        assertThat(days(community)).isEqualTo("2026-03-27 2026-03-28 2026-03-31");
        assertThat(sum(community, "activities")).isEqualTo(3);
    }

    private String days(Community community) {
        return town.in(
                community,
                () ->
                        reader.text(
                                community,
                                "select string_agg(distinct day::text, ' ' order by day::text) from activity.presence where community_id = folkmoot.community()"));
    }

    @Test
    void anotherLanguageIsSearchedByItsOwnStems() throws Exception {
        var community = town.found();
        intaking.take(
                community,
                new Square(Instant.now().minus(Duration.ofDays(2)))
                        .chat("m1", "U1", 0, "Die Häuser am Fluss")
                        .all());
        var who = reader.member(community, Role.LEAD);
        assertThat(reader.page(community, who, "/activity?q=Haus+Fluss"))
                .contains("Try fewer or other words");
        reader.send(
                community,
                who,
                "/settings",
                Map.of(
                        "name",
                        "Dorf",
                        "kind",
                        "residential",
                        "zone",
                        "Europe/Berlin",
                        "locale",
                        "de"));
        settled(community);
        assertThat(reader.page(community, who, "/activity?q=Haus+Fluss"))
                .contains("<mark>Häuser</mark>");
    }

    @Test
    void settingsThatWillNotDoAreSaidAndKeptInTheForm() throws Exception {
        var community = town.found();
        var who = reader.member(community, Role.LEAD);
        var answer =
                reader.send(
                        community,
                        who,
                        "/settings",
                        Map.of(
                                "name",
                                " ",
                                "kind",
                                "developer",
                                "zone",
                                "Europe/Berlin",
                                "locale",
                                "en"));
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(Reader.body(answer)).contains("Give the community a name");
        assertThat(
                        reader.open(
                                        community,
                                        reader.member(community, Role.COORDINATOR),
                                        "/settings")
                                .getResponse()
                                .getStatus())
                .isEqualTo(403);
    }
}
