package org.folkmoot.connectors;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.activity.Entry;
import org.folkmoot.activity.Style;

/// Deeds as the ledger takes them, but for the numbers of who and where, which the database gives.
/// Whoever reads an export makes them beside the storing of the page before.
final class Drafts {

    private final IdentityHashMap<Deed, Entry> made = new IdentityHashMap<>();

    void make(Deed deed) {
        made.put(deed, of(deed));
    }

    /// Made before, or else now.
    Entry get(Deed deed) {
        var entry = made.get(deed);
        return entry == null ? of(deed) : entry;
    }

    private static Entry of(Deed d) {
        return new Entry(
                        0,
                        clean(d.id()),
                        d.kind(),
                        d.who() == null ? null : 0L,
                        micros(Objects.requireNonNull(d.at())),
                        d.inferred(),
                        null,
                        Style.OTHER,
                        d.parent() == null ? null : clean(d.parent()),
                        content(d))
                .digested();
    }

    private static Entry.Content content(Deed d) {
        return new Entry.Content(
                d.title() == null ? null : clean(d.title()),
                d.text() == null ? null : clean(d.text()),
                d.url() == null ? null : clean(d.url()),
                d.edited() == null ? null : micros(d.edited()),
                d.mentions().isEmpty()
                        ? Set.of()
                        : d.mentions().stream().map(Drafts::clean).collect(Collectors.toSet()),
                d.files().stream().map(Drafts::clean).toList(),
                d.facts().isEmpty() ? Map.of() : facts(d));
    }

    private static Map<String, String> facts(Deed d) {
        var facts = new HashMap<String, String>();
        d.facts().forEach((k, v) -> facts.put(clean(k), clean(v)));
        return facts;
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /// PostgreSQL holds no NUL character.
    private static String clean(String text) {
        return text.indexOf(0) < 0 ? text : text.replace("\0", "");
    }
}
