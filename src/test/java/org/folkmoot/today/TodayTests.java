package org.folkmoot.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Reader;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class TodayTests {

    private static final String SLACK = "slack:T1";

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;

    private static Deed said(String id, Kind kind, String who, Duration ago, String text) {
        return Deed.of(SLACK, id, kind, who, Instant.now().minus(ago)).in("C1").saying(text);
    }

    /// Grace is a regular who fell silent, Linus came back, Ada is new and waits, Zoë waits longer.
    private Community lantern() {
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(SLACK, "Lantern chat", Markup.SLACK));
        all.add(Found.Place.of(SLACK, "C1", "general", Style.CHAT));
        for (var name : List.of("Ada", "Grace", "Linus", "Zoë")) {
            all.add(Person.of(SLACK, name).with("name", name));
        }
        all.add(Person.of(SLACK, "Robby").with("name", "Robby").flag(Person.Flag.BOT, true));
        for (int i = 0; i < 8; i++) {
            all.add(said("g" + i, Kind.MESSAGE, "Grace", Duration.ofDays(45 + i), "Here again"));
        }
        all.add(said("l1", Kind.MESSAGE, "Linus", Duration.ofDays(200), "Off I go"));
        all.add(said("l2", Kind.MESSAGE, "Linus", Duration.ofDays(2), "Back"));
        all.add(said("z0", Kind.MESSAGE, "Zoë", Duration.ofDays(40), "Hello"));
        all.add(said("z1", Kind.MESSAGE, "Zoë", Duration.ofDays(20), "Does the second lamp work?"));
        all.add(said("z2", Kind.REPLY, "Zoë", Duration.ofDays(19), "Still looking").under("z1"));
        all.add(
                said("z3", Kind.REPLY, "Robby", Duration.ofDays(19), "Have you tried the manual?")
                        .under("z1"));
        all.add(said("a1", Kind.MESSAGE, "Ada", Duration.ofDays(1), "Where do I begin?"));
        all.add(said("o1", Kind.MESSAGE, "Zoë", Duration.ofDays(120), "Too long ago?"));
        all.add(said("q1", Kind.MESSAGE, "Zoë", Duration.ofDays(3), "Is this answered?"));
        all.add(said("q2", Kind.REPLY, "Linus", Duration.ofDays(2), "It is").under("q1"));
        all.add(said("q3", Kind.REPLY, "Zoë", Duration.ofDays(2), "Thanks").under("q1"));
        var community = town.found();
        intaking.take(community, all);
        return community;
    }

    @Test
    void todaySaysWhoWaitsWhoCameAndWhoWentQuiet() throws Exception {
        var community = lantern();
        var page = reader.page(community, reader.member(community, Role.COORDINATOR), "/today");
        var main = page.substring(page.indexOf("<main"));
        assertThat(main.indexOf("second lamp"))
                .isPositive()
                .isLessThan(main.indexOf("Where do I begin?"));
        assertThat(main)
                .contains("first post", "/health/cards", "Good to have you here")
                .doesNotContain("Too long ago?");
        assertThat(between(main, ">What they talk about<", "</section>"))
                .contains("Is this answered?", "2 replies by 2 people");
        assertThat(between(main, ">Waiting<", "</section>"))
                .doesNotContain("Is this answered?")
                .containsOnlyOnce("first post");
        assertThat(between(main, ">New<", "</section>"))
                .contains("Ada")
                .doesNotContain("Grace", "Linus");
        assertThat(between(main, ">Back again<", "</section>"))
                .contains("Linus")
                .doesNotContain("Grace", "Ada");
        assertThat(between(main, ">Gone quiet<", "</section>"))
                .contains("Grace")
                .doesNotContain("Linus", "Zoë");
        assertThat(main).contains("Nothing has been imported yet.");
        for (var list : List.of("new", "back", "quiet")) {
            assertThat(
                            reader.page(
                                    community,
                                    reader.member(community, Role.COORDINATOR),
                                    "/today/" + list))
                    .contains("/people/");
        }
    }

    private static String between(String page, String from, String to) {
        var start = page.indexOf(from);
        assertThat(start).as(from).isPositive();
        return page.substring(start, page.indexOf(to, start));
    }

    @Test
    void theNumbersComeOnTheirCardsByThemselves() throws Exception {
        var community = lantern();
        var cards = reader.page(community, reader.member(community, Role.ANALYST), "/health/cards");
        assertThat(cards.split("<article class=\"number\"", -1)).hasSize(6);
        assertThat(cards).doesNotContain("<html");
    }

    @Test
    void anEmptyCommunityIsGreetedAndLedToTheImport() throws Exception {
        var community = town.found();
        assertThat(reader.page(community, reader.member(community, Role.COORDINATOR), "/today"))
                .contains("A quiet place, for now", "/imports", "Import an export");
    }

    @Test
    void anAnalystSeesNumbersAndPeopleButNoTexts() throws Exception {
        var community = lantern();
        assertThat(reader.page(community, reader.member(community, Role.ANALYST), "/today"))
                .contains(">New<")
                .doesNotContain("second lamp", "Is this answered?");
    }

    @Test
    void todayAsksTheDatabaseAFixedNumberOfQuestions() throws Exception {
        var community = lantern();
        var who = reader.member(community, Role.COORDINATOR);
        reader.page(community, who, "/today");
        assertThat(reader.questions(community, who, "/today")).hasSizeLessThanOrEqualTo(17);
    }
}
