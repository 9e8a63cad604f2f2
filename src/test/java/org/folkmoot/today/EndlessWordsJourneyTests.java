package org.folkmoot.today;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
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
import org.springframework.boot.test.web.server.LocalServerPort;

/// Names, places and topics without an end or a space, in a real browser.
@HouseTest
class EndlessWordsJourneyTests {

    private static final String FORUM = "discourse:endless";

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;

    private Community endless() {
        var community = town.found();
        var start = Instant.now().minus(Duration.ofHours(9));
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(FORUM, "Endless", Markup.MARKDOWN));
        all.add(Found.Place.of(FORUM, "p", "x".repeat(300), Style.FORUM));
        var names =
                Map.of(
                        "ada", "W".repeat(200),
                        "grace", "محمد بن عبد الله ".repeat(12),
                        "zoe", "👩‍👩‍👧‍👦🎉".repeat(50));
        names.forEach(
                (id, name) ->
                        all.add(
                                Person.of(FORUM, id)
                                        .with("name", name)
                                        .with("organisation", "o".repeat(300))
                                        .with("email", id + "e".repeat(60) + "@example.org")));
        all.add(
                Deed.of(FORUM, "1", Kind.MESSAGE, "ada", start)
                        .in("p")
                        .titled("t".repeat(300))
                        .saying("Why " + "y".repeat(900) + "?"));
        var by = List.of("grace", "zoe", "ada");
        for (int reply = 0; reply < 6; reply++) {
            all.add(
                    Deed.of(
                                    FORUM,
                                    "" + (reply + 2),
                                    Kind.REPLY,
                                    by.get(reply % 3),
                                    start.plusSeconds(60 + reply))
                            .in("p")
                            .under("" + (reply + 1))
                            .saying("r".repeat(400)));
        }
        all.add(
                Deed.of(FORUM, "r", Kind.REACTION, "grace", start.plusSeconds(90))
                        .in("p")
                        .under("1")
                        .saying("z".repeat(200)));
        all.add(
                Deed.of(FORUM, "w", Kind.MESSAGE, "zoe", start.plusSeconds(100))
                        .in("p")
                        .titled("w".repeat(300) + "?")
                        .saying("Nobody answers?"));
        intaking.take(community, all);
        return community;
    }

    @Test
    void endlessWordsStayInTheWindow() {
        var community = endless();
        var email = reader.member(community, Role.LEAD);
        var ada =
                reader.number(
                        community,
                        "select member_id from members.identity where community_id = folkmoot.community() and external_id = 'ada'");
        for (var width : List.of(1280, 360)) {
            try (var visit =
                    Visit.of(port, community, email, "gallery", width, ColorScheme.LIGHT)) {
                for (var path :
                        List.of(
                                "/today",
                                "/activity",
                                "/activity?group=thread",
                                "/threads/" + reader.id(community, "1"),
                                "/people",
                                "/people/" + ada,
                                "/organisations",
                                "/health")) {
                    visit.go(path);
                    Browser.settled(visit.page());
                    Browser.assertNoSidewaysScrolling(visit.page());
                }
            }
        }
    }
}
