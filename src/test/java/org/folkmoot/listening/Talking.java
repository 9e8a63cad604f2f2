package org.folkmoot.listening;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/// A town in which people ask for two things and complain of one.
@Component
@NullUnmarked
class Talking {

    private static final List<String> DARK =
            List.of(
                    "How do I turn the dark theme on for all pages?",
                    "Does the dark theme work with custom colours?",
                    "Can someone tell me why the dark theme flickers?",
                    "Is there a way to make the dark theme the default?");
    private static final List<String> SEARCH =
            List.of(
                    "How can I rebuild the search index without downtime?",
                    "Why is the search index so large on our site?",
                    "Does anybody know how the search index ranks titles?");
    private static final List<String> CRASH =
            List.of(
                    "I hate how the plugin loader crashes, it is terrible and broken.",
                    "The plugin loader crashed again and lost my work. Awful.",
                    "This is really bad: the plugin loader crashes on every start.");

    private final Town town;
    private final Intaking intaking;
    private final Listening listening;
    private final ThemeWork work;
    private final Clock clock;

    Talking(Town town, Intaking intaking, Listening listening, ThemeWork work, Clock clock) {
        this.town = town;
        this.intaking = intaking;
        this.listening = listening;
        this.work = work;
        this.clock = clock;
    }

    /// Eight people in these days, six in those before.
    Community found() {
        var community = town.found();
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(ListeningTests.SLACK, "Lantern chat", Markup.SLACK));
        all.add(Found.Place.of(ListeningTests.SLACK, "C1", "general", Style.CHAT));
        for (int i = 0; i < 8; i++) {
            all.add(deed("dark" + i, "U" + i, 3, DARK.get(i % DARK.size())));
            all.add(deed("search" + i, "U" + i, 4, SEARCH.get(i % SEARCH.size())));
            all.add(deed("crash" + i, "U" + i, 5, CRASH.get(i % CRASH.size())));
        }
        for (int i = 0; i < 6; i++) {
            all.add(deed("early" + i, "U" + i, 40, DARK.get(i % DARK.size())));
        }
        all.add(deed("alone", "U1", 2, "Who brings cake for the anniversary breakfast?"));
        intaking.take(community, all);
        town.in(community, listening::finish);
        return community;
    }

    Deed deed(String id, String who, int daysAgo, String text) {
        return Deed.of(
                        ListeningTests.SLACK,
                        id,
                        Kind.MESSAGE,
                        who,
                        clock.instant().minus(Duration.ofDays(daysAgo)))
                .in("C1")
                .saying(text);
    }

    void look(Community community, Shelf shelf, int days) {
        town.in(
                community,
                () -> {
                    work.run(shelf, days);
                    return true;
                });
    }
}
