package org.folkmoot.sources.prints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrintsTests {

    private static final String SPACE = "trello";
    private static final Instant MADE = at(-100);

    private final Map<Prints.Key, Print> kept = new HashMap<>();

    private static Instant at(int hour) {
        return Instant.parse("2031-03-03T10:00:00Z").plusSeconds(3600L * hour);
    }

    private List<Found> told(int round, Instant at, Found... page) {
        var prints = new Prints(kept, round);
        var dated = prints.dated(List.of(page), at);
        prints.fresh()
                .forEach(
                        (key, print) ->
                                kept.put(
                                        key,
                                        new Print(
                                                Print.unpacked(print.packed()),
                                                print.told(),
                                                print.since(),
                                                print.heard(),
                                                print.round())));
        return dated;
    }

    private @Nullable Instant pulled(int hour, Deed deed) {
        return ((Deed) told(hour + 1, at(hour), deed).getFirst()).edited();
    }

    private @Nullable Instant called(int hour, Deed deed) {
        return ((Deed) told(0, at(hour), deed).getFirst()).edited();
    }

    private static Deed card(String title) {
        return Deed.of(SPACE, "c1", Kind.ISSUE, "ada", MADE).titled(title).saying("About it");
    }

    @Test
    void whatReadsOtherwiseWasChangedWhenThatWasSeen() {
        assertThat(pulled(0, card("A"))).isNull();
        assertThat(pulled(1, card("A"))).isNull();
        assertThat(pulled(2, card("B"))).isEqualTo(at(2));
        assertThat(pulled(3, card("B"))).isEqualTo(at(2));
        assertThat(pulled(4, card("A"))).isEqualTo(at(4));
        assertThat(pulled(5, card("C"))).isEqualTo(at(5));
    }

    @Test
    void aTextThatWasEmptiedIsAChangeAndOneThatIsNotToldIsNone() {
        var bare = Deed.of(SPACE, "c1", Kind.ISSUE, "ada", MADE).titled("A");
        assertThat(pulled(0, bare.sayingAll("About it"))).isNull();
        assertThat(pulled(1, bare)).isNull();
        assertThat(pulled(2, bare.sayingAll(null))).isNull();
        assertThat(pulled(3, bare.sayingAll(" "))).isEqualTo(at(3));
        assertThat(pulled(4, bare.sayingAll(""))).isEqualTo(at(3));
        assertThat(pulled(5, bare)).as("only mentioned").isNull();
        assertThat(pulled(6, bare.sayingAll("Anew"))).isEqualTo(at(6));
    }

    /// As it was kept before emptiness was told.
    @Test
    void whereThereWasNoTextToldEmptinessIsNoChangeAndHidesNone() {
        var bare = Deed.of(SPACE, "c1", Kind.ISSUE, "ada", MADE);
        assertThat(pulled(0, bare.titled("A"))).isNull();
        assertThat(pulled(1, bare.titled("A").sayingAll(""))).isNull();
        var other = Deed.of(SPACE, "c1", Kind.ISSUE, "ada", MADE).titled("B").sayingAll("");
        assertThat(pulled(2, other)).isEqualTo(at(2));
    }

    @Test
    void whatASpaceIsCalledIsItsNameNow() {
        var origin = new Found.Origin("feed:x", "News", Markup.HTML);
        assertThat(told(1, at(0), origin)).containsExactly(origin.now());
    }

    @Test
    void aPullAndACallThatTellItWithOtherFieldsDoNotTakeTurns() {
        var full = card("A").at("https://trello.example/c/1").fact("due", "tomorrow");
        assertThat(pulled(0, full)).isNull();
        assertThat(called(1, card("A").fact("list", "Done"))).isNull();
        assertThat(pulled(2, full)).isNull();
        assertThat(called(3, card("B"))).isEqualTo(at(3));
        assertThat(pulled(4, full)).as("a page of before").isNull();
        assertThat(pulled(5, full.titled("B"))).isEqualTo(at(5));
        for (int hour = 6; hour < 12; hour += 2) {
            assertThat(called(hour, card("B"))).isEqualTo(at(3));
            assertThat(pulled(hour + 1, full.titled("B"))).isEqualTo(at(5));
        }
    }

    @Test
    void theFirstCallOfSomethingIsComparedWithWhatWasPulled() {
        assertThat(pulled(0, card("A"))).isNull();
        assertThat(called(1, card("B"))).isEqualTo(at(1));
    }

    @Test
    void aCallThatCameEarlierAndIsWorkedOnLaterChangesNothing() {
        called(5, card("B"));
        assertThat(called(4, card("A"))).isNull();
        assertThat(called(6, card("B"))).isNull();
    }

    @Test
    void thePlatformsOwnTimeGoesFirst() {
        assertThat(pulled(0, card("A"))).isNull();
        assertThat(pulled(2, card("B").edited(at(1)))).isEqualTo(at(1));
        assertThat(called(3, card("A"))).as("of before the edit").isNull();
        assertThat(pulled(3, card("A"))).as("of before the edit").isNull();
        assertThat(pulled(4, card("C").edited(at(1)))).as("no word of that").isEqualTo(at(4));
    }

    @Test
    void aMentionWithoutItsTextChangesNothing() {
        assertThat(pulled(0, card("A"))).isNull();
        assertThat(pulled(1, card("B").saying(null))).isNull();
        assertThat(pulled(2, card("B"))).isEqualTo(at(2));
        assertThat(pulled(3, card("B").saying(null))).isNull();
    }

    @Test
    void twoWaysOfTellingItInOneRoundAreNoChange() {
        for (int round = 1; round < 5; round++) {
            for (var title : List.of("A", "B")) {
                var told = (Deed) told(round, at(round), card(title)).getFirst();
                assertThat(told.edited()).isNull();
            }
        }
        assertThat(pulled(9, card("C"))).isEqualTo(at(9));
    }

    @Test
    void whatGoesBackAndForthComesToRest() {
        for (int hour = 0; hour < 8; hour++) {
            pulled(hour, card(hour % 2 == 0 ? "A" : "B"));
        }
        assertThat(pulled(8, card("A"))).isEqualTo(at(2));
        assertThat(pulled(9, card("B"))).isEqualTo(at(2));
    }

    @Test
    void namesOfPeopleAndPlacesAreDatedTheSame() {
        var place = Found.Place.of(SPACE, "b1", "Zeta", Style.OTHER);
        var ada = Person.of(SPACE, "ada").with(Found.Field.NAME, "Zoë");
        told(1, at(0), place, ada);
        var now =
                told(
                        2,
                        at(1),
                        Found.Place.of(SPACE, "b1", "Alpha", Style.OTHER),
                        Person.of(SPACE, "ada").with(Found.Field.NAME, "Ada"));
        assertThat(((Found.Place) now.get(0)).asOf()).isEqualTo(at(1));
        assertThat(((Person) now.get(1)).asOf()).isEqualTo(at(1));
    }

    @Test
    void whatIsToldOfIsThereAndWhatIsGoneIsGoneSinceThatWasSeen() {
        var gone = new Found.Mark(SPACE, "c1", Found.Mark.What.DELETED, "eve", null);
        assertThat(told(1, at(1), card("A"), gone))
                .contains(new Found.Sighting(SPACE, "c1", false, "eve", at(1)))
                .noneMatch(f -> f instanceof Found.Sighting s && s.there());
        assertThat(told(0, at(2), card("A")))
                .contains(new Found.Sighting(SPACE, "c1", true, null, at(2)));
        var vote = Deed.of(SPACE, "c1/vote", Kind.VOTE, "ada", MADE);
        assertThat(told(2, at(3), vote))
                .contains(new Found.Sighting(SPACE, "c1/vote", true, null, MADE));
    }
}
