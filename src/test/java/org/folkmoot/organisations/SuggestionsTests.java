package org.folkmoot.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What may be an organisation is asked, and an answer is remembered.
@HouseTest
@NullUnmarked
class SuggestionsTests {

    @Autowired Town town;
    @Autowired Staffing staffing;
    @Autowired Guesses guesses;
    @Autowired Organisations organisations;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
    }

    private MvcTestResult post(String path, String... form) {
        var request =
                browser.post()
                        .uri("/c/%s/organisations%s".formatted(here.slug(), path))
                        .with(Cast.as(grace));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private void undo(MvcTestResult done) {
        var flash = (String[]) done.getMvcResult().getFlashMap().get("flash");
        assertThat(
                        browser.post()
                                .uri(java.net.URI.create(flash[2]))
                                .with(Cast.as(grace))
                                .exchange())
                .hasStatus3xxRedirection();
    }

    private List<Suggestion.Domain> domains() {
        return town.in(here, () -> guesses.domains(20));
    }

    private List<String> names() {
        return town.in(
                here,
                () ->
                        guesses.names(20).stream()
                                .map(n -> n.one().name() + " = " + n.other().name())
                                .toList());
    }

    private void writers(String domain, int many) {
        for (int i = 0; i < many; i++) {
            staffing.meet(here, domain + i, "2026-03-01", "email", "p%d@%s".formatted(i, domain));
        }
    }

    @Test
    void aDomainThatThreeShareIsAskedAbout() {
        writers("acme.example", 2);
        writers("gmail.com", 4);
        writers("research.uni.ac.uk", 3);
        assertThat(domains()).extracting(Suggestion.Domain::domain).containsExactly("uni.ac.uk");
        staffing.meet(
                here, "Ada", "2026-03-01", "email", "ada@acme.example", "organisation", "Acme AG");
        writers("mail.acme.example", 3);
        assertThat(domains())
                .first()
                .isEqualTo(
                        new Suggestion.Domain("example.acme", "acme.example", 6, "Acme AG", true));
        assertThat(
                        browser.get()
                                .uri("/c/%s/organisations/suggestions".formatted(here.slug()))
                                .with(Cast.as(grace))
                                .exchange())
                .bodyText()
                .contains("6 people write from", "Is this an organisation?", "value=\"Acme AG\"");
        var kept =
                post("/suggestions/domain", "key", "example.acme", "name", "Acme", "do", "accept");
        assertThat(domains()).extracting(Suggestion.Domain::domain).containsExactly("uni.ac.uk");
        assertThat(staffing.everybody(here)).containsEntry("acme.example0", "Acme member");
        undo(kept);
        assertThat(domains()).hasSize(2);
        assertThat(staffing.everybody(here)).containsEntry("acme.example0", "- member");
    }

    @Test
    void whatIsNoOrganisationIsNotAskedAgain() {
        writers("lists.example", 3);
        var refused =
                post("/suggestions/domain", "key", "example.lists", "name", "x", "do", "refuse");
        writers("lists.example", 5);
        assertThat(domains()).isEmpty();
        undo(refused);
        assertThat(domains()).hasSize(1);
    }

    @Test
    void namesThatDifferInNothingThatMattersAreAskedAbout() {
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "Acme");
        staffing.meet(here, "Grace", "2026-03-01", "organisation", "Acme");
        staffing.meet(here, "Linus", "2026-03-01", "organisation", "ACME, Inc.");
        staffing.meet(here, "Zoë", "2026-03-01", "organisation", "@acme");
        staffing.meet(here, "Mallory", "2026-03-01", "organisation", "Acme Labs");
        assertThat(names()).containsExactly("Acme = @acme", "Acme = ACME, Inc.");
        var refused =
                post("/suggestions/names", "one", "acme", "other", "ACME, Inc.", "do", "refuse");
        assertThat(names()).containsExactly("Acme = @acme");
        undo(refused);
        post("/suggestions/names", "one", "acme", "other", "@acme", "do", "accept");
        assertThat(staffing.everybody(here)).containsEntry("Zoë", "Acme member");
        assertThat(names()).containsExactly("Acme = ACME, Inc.");
        var added =
                post("/suggestions/names", "one", "acme", "other", "ACME, Inc.", "do", "accept");
        assertThat(staffing.everybody(here))
                .containsEntry("Linus", "Acme member")
                .containsEntry("Mallory", "Acme Labs member");
        assertThat(names()).isEmpty();
        undo(added);
        assertThat(staffing.everybody(here)).containsEntry("Linus", "ACME, Inc. member");
        town.in(here, () -> organisations.create(Staffing.form("Acme GmbH", "", ""), false));
        assertThat(names()).contains("Acme = Acme GmbH");
        var joined =
                post("/suggestions/names", "one", "acme", "other", "Acme GmbH", "do", "accept");
        assertThat(names()).doesNotContain("Acme = Acme GmbH");
        undo(joined);
        assertThat(names()).contains("Acme = Acme GmbH");
    }

    @Test
    void anAnswerThatSomebodyGaveAlreadyIsToldKindly() {
        assertThat(post("/suggestions/names", "one", "acme", "other", "x", "do", "accept"))
                .hasStatus(422)
                .bodyText()
                .contains("Somebody was quicker");
    }
}
