package org.folkmoot.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.folkmoot.ties.Village.after;
import static org.folkmoot.ties.Village.ago;
import static org.folkmoot.ties.Village.reply;
import static org.folkmoot.ties.Village.topic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class FadingTests {

    @Autowired Village village;
    @Autowired Fading fading;
    @Autowired Ties ties;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    String lead;

    /// Ada and Grace talked much two years ago, Ada and Zoë a little last week.
    @BeforeEach
    void found() {
        here = village.found("Ada", "Grace", "Zoë");
        lead = cast.join(here, Role.LEAD);
        var all = new ArrayList<Found>();
        for (int n = 0; n < 40; n++) {
            all.add(topic("o" + n, "Ada", ago(700 + n)));
            all.add(reply("p" + n, "o" + n, "Grace", after(ago(700 + n), 5)));
        }
        talk(all, "n", 6);
        village.take(here, all);
        village.follow(here);
    }

    private static void talk(List<Found> all, String id, int days) {
        for (int n = 0; n < 3; n++) {
            all.add(topic(id + "t" + n, "Ada", ago(days - n)));
            all.add(reply(id + "r" + n, id + "t" + n, "Zoë", after(ago(days - n), 5)));
        }
    }

    private LocalDate today() {
        return LocalDate.now(here.zone());
    }

    private List<Tie> ofAda() {
        return village.in(here, () -> ties.of(village.member(here, "Ada"), today(), 9, 0));
    }

    private MvcTestResult get(String path) {
        return browser.get().uri("/c/" + here.slug() + path).with(Cast.as(lead)).exchange();
    }

    private MvcTestResult choose(String who, int days) {
        return browser.post()
                .uri("/c/%s/ties/fading".formatted(here.slug()))
                .param("days", Integer.toString(days))
                .with(Cast.as(who))
                .exchange();
    }

    @Test
    void whatAChoiceWouldChangeIsShownBeforeAndIsWhatThenHappens() {
        assertThat(ofAda()).extracting(Tie::name).containsExactly("Zoë", "Grace");
        assertThat(get("/ties/fading?days=730"))
                .hasStatusOk()
                .bodyText()
                .contains("as they would be", "up from 2", "down from 1", "Let ties halve in 730");
        var foreseen =
                village.in(here, () -> fading.strongest(730, today(), 9)).stream()
                        .map(Fading.Line::weight)
                        .toList();
        assertThat(choose(lead, 730)).hasStatus(302);
        var then = ofAda();
        assertThat(then).extracting(Tie::name).containsExactly("Grace", "Zoë");
        for (int n = 0; n < 2; n++) {
            assertThat(then.get(n).weight()).isCloseTo(foreseen.get(n), within(1e-9));
        }
        assertThat(get("/ties/of/" + village.member(here, "Ada")))
                .bodyText()
                .contains("halves in 730 days");
        assertThat(choose(lead, 180)).hasStatus(302);
        assertThat(ofAda()).extracting(Tie::name).containsExactly("Zoë", "Grace");
    }

    /// What comes in later is weighed like what was here.
    @ParameterizedTest
    @ValueSource(ints = {60, 365, 1825})
    void whatComesLaterFadesAlike(int days) {
        choose(lead, days);
        var more = new ArrayList<Found>();
        talk(more, "m", 40);
        village.take(here, more);
        village.follow(here);
        var known = ofAda();
        village.in(
                here,
                () -> {
                    fading.choose(days == 90 ? 180 : 90);
                    fading.choose(days);
                    return true;
                });
        var anew = ofAda();
        assertThat(anew).extracting(Tie::name).isEqualTo(known.stream().map(Tie::name).toList());
        for (int n = 0; n < known.size(); n++) {
            assertThat(known.get(n).weight()).isCloseTo(anew.get(n).weight(), within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWhoChangesSettingsChooses(Role role) {
        var who = cast.join(here, role);
        var may = role == Role.LEAD || role == Role.MANAGER;
        assertThat(choose(who, 90)).hasStatus(may ? 302 : 403);
        var page = browser.get().uri("/c/%s/ties".formatted(here.slug())).with(Cast.as(who));
        if (role != Role.ANALYST) {
            assertThat(page.exchange().getResponse().getStatus()).isEqualTo(200);
            assertThat(body(page.exchange()).contains("/ties/fading")).isEqualTo(may);
        }
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void otherDaysAreRefusedInASentence() {
        assertThat(choose(lead, 7)).hasStatus(422).bodyText().contains("Choose 60, 90");
        assertThat(get("/ties/fading?days=7")).hasStatus(422);
    }
}
