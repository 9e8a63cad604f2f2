package org.folkmoot.sources.roles;

import java.util.List;
import org.folkmoot.sources.standing.Standing;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Person;
import org.folkmoot.web.Wording;
import org.jspecify.annotations.Nullable;

/// What `roles.jte` shows.
///
/// @param effect null until somebody asked for it
record RolesView(
        Desk desk,
        Standing standing,
        RoleFields fields,
        @Nullable RoleEffect effect,
        String error) {

    String path(String more) {
        return "%s/connections/%d%s".formatted(desk.home(), standing.source().id(), more);
    }

    String number(long count) {
        return standing.number(count);
    }

    Person person(RoleEffect.One one) {
        var href = "%s/people/%d".formatted(desk.home(), one.member());
        return new Person(one.name(), href, href + "/card", List.of(), "");
    }

    static String role(String role) {
        return role.equals(RoleJudge.STAFF) ? "team" : role;
    }

    /// What was done, in a sentence.
    static String kept(RoleEffect effect, Wording wording) {
        return effect.accounts() == 0
                ? "Kept. It changes nobody who is here; whoever comes is looked at by it."
                : "Kept. It changes %s: %s out of the numbers, %s back in."
                        .formatted(
                                wording.count(effect.accounts(), "account", "accounts"),
                                wording.count(effect.leaving(), "member", "members"),
                                wording.count(effect.entering(), "person", "people"));
    }
}
