package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the search knows of what was written, and when.
@HouseTest
class ReadingTests {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final int MANY = 2_500;

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;
    @Autowired Ledger ledger;

    private Square crowd() {
        var square = new Square(START);
        for (int i = 0; i < MANY; i++) {
            square.chat("m" + i, "U1", i, "lantern number " + i);
        }
        return square;
    }

    private Found edited(String id, String text) {
        return new Found.Edit(Square.SLACK, id, text, START.plusSeconds(1_000_000));
    }

    private boolean finds(Community community, String words, String text) throws Exception {
        var who = reader.member(community, Role.LEAD);
        return reader.page(community, who, "/activity?q=" + words).contains(text);
    }

    private long unread(Community community) {
        return reader.number(
                community,
                """
                select (select count(*) from activity.unread where community_id = folkmoot.community())
                    + (select count(*) from activity.activity where community_id = folkmoot.community()
                        and id > (select up_to from activity.read where community_id = folkmoot.community()))
                """);
    }

    @Test
    void aFewRowsAreFoundAtOnce() throws Exception {
        var community = town.found();
        intaking.take(community, new Square(START).chat("m", "U1", 0, "a heron").all());
        assertThat(unread(community)).isZero();
        assertThat(finds(community, "herons", "heron")).isTrue();
    }

    @Test
    void manyRowsAreFoundOnceTheReadingIsFinished() throws Exception {
        var community = town.found();
        intaking.take(community, crowd().all());
        town.in(
                community,
                () -> {
                    ledger.finishReading();
                    return null;
                });
        assertThat(unread(community)).isZero();
        assertThat(
                        reader.number(
                                community,
                                "select count(*) from activity.words where community_id = folkmoot.community()"))
                .isEqualTo(MANY);
        assertThat(finds(community, "%221234%22", "<mark>1234</mark>")).isTrue();
    }

    @Test
    void manyRowsAreReadWithoutBeingAskedFor() throws Exception {
        var community = town.found();
        intaking.take(community, crowd().all());
        for (int i = 0; i < 200 && unread(community) > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(unread(community)).isZero();
    }

    @Test
    void anEditChangesWhatIsFound() throws Exception {
        var community = town.found();
        intaking.take(community, new Square(START).chat("m", "U1", 0, "a heron").all());
        intaking.take(community, List.of(edited("m", "a kingfisher")));
        assertThat(unread(community)).isZero();
        assertThat(finds(community, "kingfisher", "<mark>kingfisher</mark>")).isTrue();
        assertThat(finds(community, "heron", "<mark>heron</mark>")).isFalse();
    }

    @Test
    void whatChangesAmongMuchIsReadAsItIsAtTheEnd() throws Exception {
        var community = town.found();
        var square = crowd();
        intaking.take(community, square.all());
        var edits = new java.util.ArrayList<Found>();
        for (int i = 0; i < MANY; i++) {
            edits.add(edited("m" + i, "kingfisher number " + i));
        }
        intaking.take(community, edits);
        intaking.take(community, List.of(edited("m7", "older than the other")));
        town.in(
                community,
                () -> {
                    ledger.finishReading();
                    return null;
                });
        assertThat(unread(community)).isZero();
        assertThat(finds(community, "lantern", "<mark>lantern</mark>")).isFalse();
        assertThat(finds(community, "%222345%22", "kingfisher")).isTrue();
    }
}
