package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleTests {

    /// Written a second time, by hand: whoever changes the table must mean it.
    private static final String TABLE =
            """
                             L D M C O A
            SEE_NUMBERS      x x x x x x
            SEE_PEOPLE       x x x x x x
            SEE_CONTACT_DATA x x x x - -
            SEE_ACTIVITY     x x x x x -
            EDIT_PEOPLE      x - x x x -
            IMPORT           x - x x - -
            EXPORT           x x x - - -
            SPEAK            x - x x x -
            MODERATE         x - x - x -
            SEE_TEAM         x x x x x -
            MANAGE_TEAM      x - - - - -
            MANAGE_TOKENS    x - - - - -
            HANDLE_PRIVACY   x - x - - -
            PLAN             x - x x - -
            SEE_TRAIL        x x x - - -
            EDIT_SETTINGS    x - x - - -
            """;

    @Test
    void everyRoleMayWhatTheTableSaysAndNothingElse() {
        var told =
                Arrays.stream(Permission.values())
                        .map(
                                p ->
                                        "%-16s ".formatted(p)
                                                + Arrays.stream(Role.values())
                                                        .map(r -> r.may(p) ? "x" : "-")
                                                        .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("\n", "                 L D M C O A\n", "\n"));
        assertThat(told).isEqualTo(TABLE);
    }

    @Test
    void aTokenNeverManagesTheTeamOrOtherTokens() {
        for (var scope : Scope.values()) {
            assertThat(scope.permissions())
                    .doesNotContain(
                            Permission.MANAGE_TEAM,
                            Permission.MANAGE_TOKENS,
                            Permission.HANDLE_PRIVACY,
                            Permission.SEE_TRAIL,
                            Permission.EDIT_SETTINGS);
        }
        assertThat(Scope.READ.permissions())
                .doesNotContain(Permission.IMPORT, Permission.EDIT_PEOPLE);
    }
}
