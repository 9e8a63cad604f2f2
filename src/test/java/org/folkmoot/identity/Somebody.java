package org.folkmoot.identity;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.members.Account;

/// Accounts for tests, of nobody else's make.
final class Somebody {

    private static long next = 1;

    private Somebody() {}

    static Portrait on(String source, String... fields) {
        return as("member", source, fields);
    }

    static Portrait as(String role, String source, String... fields) {
        var all = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        var id = next++;
        var platform = source.replaceFirst(":.*", "");
        return Portrait.of(
                new Account(
                        id,
                        id,
                        platform,
                        source,
                        "x" + id,
                        role,
                        Map.copyOf(all),
                        null,
                        null,
                        null));
    }

    /// A community in which nothing is known but its size.
    static Weighing among(int identities, Portrait... here) {
        var counts = new HashMap<Trait, Integer>();
        for (var portrait : here) {
            portrait.traits().forEach(t -> counts.merge(t, 1, Integer::sum));
        }
        return new Weighing(new Rarity(identities, counts), Habits.PRIOR, Lessons.NONE);
    }

    static Match weigh(int identities, Portrait one, Portrait other) {
        return among(identities, one, other).weigh(one, other);
    }
}
