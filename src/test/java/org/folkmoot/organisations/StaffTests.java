package org.folkmoot.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Employers;
import org.folkmoot.metrics.Metrics;
import org.folkmoot.metrics.Supposed;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whose people are staff, and what that does to the numbers, said before it is done.
@HouseTest
@NullUnmarked
class StaffTests {

    @Autowired Town town;
    @Autowired Staffing staffing;
    @Autowired Organisations organisations;
    @Autowired Mergers mergers;
    @Autowired Employers employers;
    @Autowired Metrics metrics;
    @Autowired Communities communities;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;
    long acme;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
        staffing.meet(here, "Ada", "2026-03-01", "email", "ada@acme.example");
        staffing.meet(here, "Linus", "2026-03-01", "organisation", "Acme");
        var zoe = staffing.meet(here, "Zoë", "2026-03-01", "organisation", "Acme");
        staffing.meet(here, "Mallory", "2026-03-01");
        acme =
                town.in(
                        here,
                        () ->
                                organisations.create(
                                        Staffing.form("Acme", "", "acme.example"), false));
        post(grace, "/people/%d/role".formatted(zoe), "role", "member");
    }

    private void post(String who, String path, String... form) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        request.exchange();
    }

    private List<Supposed> supposing(boolean staff) {
        return town.in(
                here,
                () ->
                        metrics.supposing(
                                communities.here(),
                                employers.swayed("Acme", staff),
                                staff,
                                Locale.ENGLISH));
    }

    @Test
    void theEffectIsStatedAsItThenIs() {
        var foreseen = supposing(true);
        assertThat(foreseen.getFirst().of()).contains("4 in all");
        assertThat(foreseen.getFirst().ofThen()).contains("2 in all");
        assertThat(
                        browser.get()
                                .uri("/c/%s/organisations/%d/staff".formatted(here.slug(), acme))
                                .with(Cast.as(grace))
                                .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("2 people would become staff", "4 in all", "2 in all", "Make them staff");
        var changed = town.in(here, () -> organisations.staff(acme, true));
        assertThat(staffing.everybody(here))
                .containsEntry("Ada", "Acme staff")
                .containsEntry("Linus", "Acme staff")
                .containsEntry("Zoë", "Acme member")
                .containsEntry("Mallory", "- member");
        var after = supposing(false);
        assertThat(after)
                .extracting(Supposed::now)
                .isEqualTo(foreseen.stream().map(Supposed::then).toList());
        assertThat(after)
                .extracting(Supposed::ofThen)
                .isEqualTo(foreseen.stream().map(Supposed::of).toList());
        staffing.meet(here, "محمد", "2026-03-01", "email", "m@acme.example");
        assertThat(staffing.everybody(here)).containsEntry("محمد", "Acme staff");
        town.in(here, () -> organisations.restore(changed.former(), 0));
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Acme member");
    }

    @Test
    void whoMayNotChangeTheSettingsMakesNobodyStaff() {
        var moderator = cast.join(here, Role.MODERATOR);
        post(moderator, "/organisations/%d/staff".formatted(acme), "staff", "true");
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Acme member");
        post(grace, "/organisations/%d/staff".formatted(acme), "staff", "true");
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Acme staff");
        post(
                moderator,
                "/organisations/%d".formatted(acme),
                "name",
                "Acme",
                "url",
                "",
                "note",
                "",
                "names",
                "",
                "domains",
                "evil.example");
        post(moderator, "/organisations/%d/removal".formatted(acme));
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Acme staff");
    }

    @Test
    void staffAndOthersAreNotJoinedUnseen() {
        var other = town.in(here, () -> organisations.create(Staffing.form("Other", "", ""), true));
        assertThatThrownBy(() -> town.in(here, () -> mergers.merge(acme, other)))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("staff");
    }
}
