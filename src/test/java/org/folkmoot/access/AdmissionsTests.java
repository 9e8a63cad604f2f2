package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class AdmissionsTests {

    @Autowired Town town;
    @Autowired Admissions admissions;
    @Autowired Teammates teammates;
    @Autowired TrailReader trail;

    @Test
    void theCommandLineMakesAccountsAndLeavesItsNameInTheTrail() {
        var community = town.found();
        town.in(
                community,
                () -> {
                    admissions.create("محمد", "mohammed@example.org", Role.MANAGER, Cast.PASSWORD);
                    assertThat(teammates.all())
                            .singleElement()
                            .extracting(Teammate::role)
                            .isEqualTo(Role.MANAGER);
                    assertThat(trail.page(new TrailReader.Wanted("", "", "", null), null, 9))
                            .singleElement()
                            .satisfies(
                                    step -> {
                                        assertThat(step.who()).isEqualTo("command line");
                                        assertThat(step.action()).isEqualTo("teammate joined");
                                    });
                    return true;
                });
    }

    @Test
    void aWeakPasswordMakesNoAccount() {
        var community = town.found();
        assertThatThrownBy(
                        () ->
                                town.in(
                                        community,
                                        () -> {
                                            admissions.create(
                                                    "Linus",
                                                    "linus@example.org",
                                                    Role.LEAD,
                                                    "short");
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("at least 12 characters");
    }
}
