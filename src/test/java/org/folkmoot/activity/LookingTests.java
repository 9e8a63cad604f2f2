package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.store.Here;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A search that loses its patience says how far it came, and leaves nothing out when it goes on.
@HouseTest
class LookingTests {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final Patience NONE = new Patience(0, 0);
    private static final int MANY = 300;

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Streams streams;
    @Autowired Reader reader;

    private Community community;

    /// Two words in every post, side by side the other way round but in the oldest post and in one
    /// of the hundreds after it.
    @BeforeEach
    void many() {
        community = town.found();
        var square = new Square(START);
        for (int i = 0; i < MANY; i++) {
            square.chat(
                    "m" + i,
                    i % 2 == 0 ? "U1" : "U2",
                    i,
                    i % 100 == 0 ? "silver lantern" : "lantern silver");
        }
        intaking.take(community, square.all());
    }

    private <T> T here(Callable<T> ask) throws Exception {
        return Here.in(community.id(), ask);
    }

    private static Streams.Part part(String... query) {
        var fields = new java.util.HashMap<String, String>();
        for (int i = 0; i < query.length; i += 2) {
            fields.put(query[i], query[i + 1]);
        }
        return new Streams.Part(Asked.of(Map.copyOf(fields)), "en", ZoneOffset.UTC, false, 100);
    }

    private List<Long> ids(Looked looked) {
        return looked.items().stream().map(Item::id).toList();
    }

    @Test
    void aSearchThatLosesItsPatienceSaysHowFarItCame() throws Exception {
        var part = part("q", "\"silver lantern\"");
        var first = here(() -> streams.look(part, Cursor.LAST, 2, NONE));
        assertThat(first.items()).isEmpty();
        assertThat(first.lookedTo()).isNotNull();
        var newest = here(() -> streams.page(part("q", "lantern"), Cursor.LAST, 16)).getLast();
        assertThat(first.lookedTo()).isEqualTo(new Cursor(newest.at(), newest.id()));
        assertThat(here(() -> streams.count(part, NONE))).isEqualTo(new Looked.Count(3, true));
        var all = here(() -> streams.look(part, Cursor.LAST, 5, Patience.OF_A_READER));
        assertThat(all.items()).hasSize(3);
        assertThat(all.lookedTo()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "person", "platform", "kind", "place"})
    void whoeverGoesOnLooksThroughAllAndFindsNothingTwice(String filter) throws Exception {
        var some = here(() -> streams.page(part(), Cursor.LAST, 1)).getFirst();
        var value =
                switch (filter) {
                    case "person" -> String.valueOf(reader.number(community, MEMBER));
                    case "platform" -> "slack";
                    case "kind" -> "message";
                    case "place" -> String.valueOf(reader.number(community, PLACE));
                    default -> "silver -nowhere \"silver lantern\"";
                };
        var part = part("q", "\"silver lantern\"", filter, value);
        var whole = ids(here(() -> streams.look(part, Cursor.LAST, 50, Patience.WITHOUT_END)));
        assertThat(whole).hasSize(3);
        var found = new ArrayList<Long>();
        var steps = 0;
        var at = Cursor.LAST;
        while (at != null) {
            var from = at;
            var looked = here(() -> streams.look(part, from, 3, NONE));
            found.addAll(ids(looked));
            at = looked.lookedTo();
            steps++;
        }
        assertThat(found).isEqualTo(whole).doesNotContain(some.id());
        assertThat(steps).isGreaterThan(3);
        var rest = here(() -> streams.look(part, Cursor.LAST, 2, Patience.WITHOUT_END));
        assertThat(ids(rest)).isEqualTo(whole.subList(0, 2));
        assertThat(rest.lookedTo()).isNull();
    }

    @Test
    void thePageGoesOnWhereItWasToldTo() throws Exception {
        var who = reader.member(community, Role.COORDINATOR);
        var page =
                reader.page(community, who, "/activity?q=%22silver+lantern%22&before=" + oldest());
        assertThat(page).contains("Nothing here", "Try fewer").doesNotContain("may take some");
        assertThat(reader.page(community, who, "/activity?q=lantern&deep=on&before=" + Cursor.LAST))
                .contains("deep=on\">Older");
    }

    private Cursor oldest() {
        return new Cursor(START, 0);
    }

    private static final String MEMBER =
            "select member_id from members.identity where community_id = folkmoot.community() and external_id = 'U1'";
    private static final String PLACE =
            "select id from activity.place where community_id = folkmoot.community() and name = 'general'";
}
