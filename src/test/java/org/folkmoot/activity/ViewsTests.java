package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// How often something was looked at grows from import to import.
@HouseTest
class ViewsTests {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;

    private void tell(Community community, @Nullable String text, String views) {
        var all = new Square(START).all();
        var topic =
                Deed.of(Square.FORUM, "t1/1", Kind.MESSAGE, "7", START)
                        .in("F1")
                        .titled("Keys")
                        .saying(text);
        var found = new java.util.ArrayList<Found>(all);
        found.add(topic.fact("views", views));
        intaking.take(community, List.copyOf(found));
    }

    private String views(Community community) {
        return reader.text(
                community,
                "select coalesce(views::text, 'not told') from activity.report_activity where community_id = folkmoot.community() and thread_id = id and title = 'Keys'");
    }

    @Test
    void theGreatestNumberThatWasToldHoldsInWhateverOrder() {
        for (var order : List.of(List.of("9", "12", "100"), List.of("100", "9", "12"))) {
            var community = town.found();
            order.forEach(views -> tell(community, "Where are they?", views));
            assertThat(views(community)).as(order.toString()).isEqualTo("100");
        }
    }

    @Test
    void aMereMentionNeverHidesTheText() {
        var community = town.found();
        tell(community, "Where are they?", "9");
        tell(community, null, "100");
        assertThat(views(community)).isEqualTo("9");
        assertThat(
                        reader.text(
                                community,
                                "select text from activity.report_activity where community_id = folkmoot.community() and title = 'Keys'"))
                .isEqualTo("Where are they?");
    }

    @ParameterizedTest
    @CsvSource({"many, not told", "-3, not told", "1.5, not told", "9999999999999999, not told"})
    void whatIsNoNumberIsNotKnown(String told, String views) {
        var community = town.found();
        tell(community, "Where are they?", told);
        assertThat(views(community)).isEqualTo(views);
    }
}
