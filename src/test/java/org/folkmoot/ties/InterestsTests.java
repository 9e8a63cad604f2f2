package org.folkmoot.ties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class InterestsTests {

    private static Interests people() {
        var all = new Interests();
        for (long member = 1; member <= 40; member++) {
            all.read(member, "Hello everybody, this works well for number" + member);
            all.add(member, new Interests.Feature("place", "slack:T general"), 5);
        }
        for (var text :
                new String[] {
                    "Our Kubernetes operator and its reconciler",
                    "The reconciler of our operator on kubernetes."
                }) {
            all.read(7, text);
            all.read(31, text);
        }
        return all;
    }

    @Test
    void twoWhoShareSomethingRareAreAlikeAndTheReasonNamesIt() {
        var alike = people().alike(Set.of());
        assertThat(alike).hasSize(1);
        assertThat(alike.getFirst().one()).isEqualTo(7);
        assertThat(alike.getFirst().other()).isEqualTo(31);
        assertThat(alike.getFirst().score()).isBetween(0.9, 1.001);
        assertThat(alike.getFirst().shared())
                .extracting(Interests.Feature::name)
                .contains("kubernetes", "reconciler", "operator")
                .doesNotContain("everybody");
    }

    @Test
    void whoIsToStayApartIsNotCompared() {
        assertThat(people().alike(Set.of(Interests.key(31, 7)))).isEmpty();
    }

    @Test
    void whatEverybodySaysBringsNobodyTogether() {
        var all = new Interests();
        for (long member = 1; member <= 50; member++) {
            all.read(member, "deployment pipeline failing again");
        }
        assertThat(all.alike(Set.of())).isEmpty();
    }

    @Test
    void linksNamesAndCodeAreNoInterests() {
        var all = new Interests();
        for (long member : new long[] {1, 2}) {
            all.read(member, "<@U123456> https://example.org/kettle ```teapot();```");
        }
        for (long member = 3; member < 9; member++) {
            all.read(member, "something else" + member);
        }
        assertThat(all.alike(Set.of())).isEmpty();
    }

    @Test
    void wordsOfAnyScriptCount() {
        var all = new Interests();
        for (long member = 1; member < 20; member++) {
            all.read(member, "filler" + member);
        }
        all.read(3, "الحديقة والزراعة");
        all.read(5, "الحديقة والزراعة");
        assertThat(all.alike(Set.of()))
                .singleElement()
                .satisfies(a -> assertThat(a.shared()).hasSize(2));
    }
}
