package org.folkmoot.connectors.git;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// Whom a repository names, each told once and again whenever they appear under another name.
final class People {

    private final Mailmap mailmap;
    private final Finds finds;
    private final Map<String, String> names = new HashMap<>();

    People(Mailmap mailmap, Finds finds) {
        this.mailmap = mailmap;
        this.finds = finds;
    }

    /// The id of the one meant, told to the finds if new. Null if nobody is named.
    @Nullable String meet(Who asCommitted, Instant at) {
        var who = mailmap.resolve(asCommitted);
        var id = who.id();
        if (id != null && !who.name().equals(names.put(id, who.name()))) {
            finds.add(
                    Person.of(GitFormat.SOURCE, id)
                            .with(Field.NAME, who.name())
                            .with(Field.EMAIL, who.hasAddress() ? who.email() : null)
                            .with(Field.GITHUB, who.github())
                            .flag(Person.Flag.BOT, who.isBot())
                            .asOf(at));
        }
        return id;
    }

    @Nullable String idOf(Who asCommitted) {
        return mailmap.resolve(asCommitted).id();
    }
}
