package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.members.Asking;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// People by what they did, how often, where and when.
@HouseTest
@NullUnmarked
class ActivityCriteriaTests {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired Town town;
    @Autowired Intaking intake;
    @Autowired Asking asking;

    Community here;

    /// Ada wrote thrice this week and twice a month ago; Grace once this week, and asked; Zoë
    /// wrote in the forum a month ago.
    @BeforeEach
    void take() {
        here = town.found();
        var square = new Square(now.minus(Duration.ofDays(60)));
        for (int i = 0; i < 3; i++) {
            square.chat("a" + i, "U1", minutes(57) + i, "Kettle number " + i + ".");
        }
        square.chat("a3", "U1", minutes(25), "Long ago.")
                .chat("a4", "U1", minutes(25) + 1, "Again.");
        square.chat("g1", "U2", minutes(58), "One kettle.");
        square.with(square.deed(Square.SLACK, "g2", Kind.QUESTION, "U2", minutes(58) + 5, "Why?"));
        square.topic("z1", "7", minutes(25), "Kettles", "All about kettles.");
        intake.take(here, square.all());
    }

    private static int minutes(int days) {
        return days * 24 * 60;
    }

    private void assertWho(String text, String... names) {
        assertThat(asking.names(here, text)).as(text).containsExactly(names);
    }

    @Test
    void whoDidSomethingAtAllOrSoOften() {
        assertWho("activities", "Ada", "Grace", "Zoë");
        assertWho("activities of kind message", "Ada", "Grace", "Zoë");
        assertWho("activities of kind question", "Grace");
        assertWho("activities of kind message at least 5", "Ada");
        assertWho("activities of kind message at least 6");
        assertWho("activities of kind message at most 1", "Grace", "Robby", "Zoë");
        assertWho("activities of kind message at least 1 at most 1", "Grace", "Zoë");
        assertWho("activities at most 0", "Robby");
        assertWho("activities at least 0", "Ada", "Grace", "Robby", "Zoë");
    }

    @Test
    void whoDidSoOftenWithinDays() {
        assertWho("activities in 7 days", "Ada", "Grace");
        assertWho("joined in 10 days", "Grace");
        assertWho("activities of kind message in 7 days", "Ada", "Grace");
        assertWho("activities of kind message in 7 days at least 3", "Ada");
        assertWho("activities of kind message in 7 days at least 4");
        assertWho("activities of kind message in 50 days at least 4", "Ada");
        assertWho("activities of kind message in 7 days at most 2", "Grace", "Robby", "Zoë");
        assertWho("activities in 7 days at least 2", "Ada", "Grace");
        assertWho("activities in 7 days at least 3", "Ada");
        assertWho("activities in 50 days at least 5", "Ada");
    }

    @Test
    void whoWasInAPlace() {
        assertWho("activities in place general", "Ada", "Grace");
        assertWho("activities in place general in 50 days at least 3", "Ada");
        assertWho("activities in place \"help desk\"", "Zoë");
        assertWho("activities in place \"help desk\" in 7 days");
        assertWho("activities in place nowhere");
        intake.take(here, List.of(Found.Place.of(Square.SLACK, "C1", "lounge", Style.CHAT)));
        assertWho("activities in place general");
        assertWho("activities in place lounge", "Ada", "Grace");
    }

    @Test
    void whatIsSaidOfItReadsAsASentence() {
        assertWho(
                "activities of kind message in 7 days at least 3 and not activities of kind question or"
                        + " activities in place \"help desk\"",
                "Ada",
                "Zoë");
    }
}
