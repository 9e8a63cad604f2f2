package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class SignedLinksTests {

    @Autowired SignedLinks links;
    @Autowired PublicDoor door;
    @Autowired Town town;

    @Test
    void whatWasSignedIsReadAgain() {
        var here = town.found();
        var signed = town.in(here, () -> links.sign("unsubscribe", "7 Zoë"));
        assertThat(signed).matches("[\\w-]+\\.[\\w-]{22}");
        assertThat(town.in(here, () -> links.read("unsubscribe", signed))).contains("7 Zoë");
    }

    @Test
    void aLinkForOneThingIsNoneForAnother() {
        var here = town.found();
        var signed = town.in(here, () -> links.sign("unsubscribe", "7"));
        assertThat(town.in(here, () -> links.read("erase", signed))).isEmpty();
    }

    @Test
    void aLinkOfOneCommunityOpensNothingInAnother() {
        var signed = town.in(town.found(), () -> links.sign("unsubscribe", "7"));
        assertThat(town.in(town.found(), () -> links.read("unsubscribe", signed))).isEmpty();
    }

    @Test
    void whatWasMadeUpOrChangedIsNotRead() {
        var here = town.found();
        var signed = town.in(here, () -> links.sign("unsubscribe", "7"));
        var other = town.in(here, () -> links.sign("unsubscribe", "8"));
        var mixed = other.split("\\.")[0] + "." + signed.split("\\.")[1];
        for (var bad : new String[] {"", ".", "Nw", mixed, signed + "A", "%%.%%", signed + ".x"}) {
            assertThat(town.in(here, () -> links.read("unsubscribe", bad))).as(bad).isEmpty();
        }
    }

    @Test
    void aPublicPageWorksInItsCommunityAndNowhereElse() throws Exception {
        var here = town.found();
        var name = door.in(here.slug(), Door::name);
        assertThat(name).isEqualTo(here.name());
        assertThatThrownBy(() -> door.in("nowhere", Door::name))
                .isInstanceOf(Refusal.NotFound.class);
    }
}
