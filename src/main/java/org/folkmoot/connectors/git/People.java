package org.folkmoot.connectors.git;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// Whom a repository names, each told once and again whenever they appear under another name. An
/// address that the `.mailmap` gives to somebody stays an account of its own, with the claim whose
/// it is; one that several share by its lines becomes the accounts that these name.
final class People {

    private final Mailmap mailmap;
    private final Finds finds;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();

    People(Mailmap mailmap, Finds finds) {
        this.mailmap = mailmap;
        this.finds = finds;
    }

    /// The account of the one meant, told to the finds if new. Null if nobody is named.
    @Nullable String meet(Who asCommitted, Instant at) {
        var who = mailmap.resolve(asCommitted);
        var meant = who.id();
        var own = asCommitted.id();
        if (meant == null || own == null || !mailmap.byAddress(asCommitted)) {
            tell(meant, who, at);
            return meant;
        }
        tell(own, new Who(who.name(), asCommitted.email()), at);
        if (!own.equals(meant) && claimed.add(own)) {
            tell(meant, who, at);
            finds.add(
                    new Found.Claim(
                            GitFormat.SOURCE,
                            own,
                            GitFormat.SOURCE,
                            meant,
                            true,
                            "The repository's .mailmap says that both addresses are theirs"));
        }
        return own;
    }

    private void tell(@Nullable String id, Who who, Instant at) {
        if (id != null && !who.name().equals(names.put(id, who.name()))) {
            finds.add(
                    Person.of(GitFormat.SOURCE, id)
                            .with(Field.NAME, who.name())
                            .with(Field.EMAIL, who.hasAddress() ? who.email() : null)
                            .with(Field.GITHUB, who.github())
                            .flag(Person.Flag.BOT, who.isBot())
                            .asOf(at));
        }
    }

    /// The one meant, whichever of their addresses stands there.
    @Nullable String idOf(Who asCommitted) {
        return mailmap.resolve(asCommitted).id();
    }
}
