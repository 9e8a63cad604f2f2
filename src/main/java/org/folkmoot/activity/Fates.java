package org.folkmoot.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Row.Key;

/// Works out what is there and what is gone after a page was read. Sightings of what is there, as
/// most are, cost nothing unless the ledger has it as deleted.
record Fates(Marks.Kept kept) {

    /// @param remembered all marks of what is new, and of what was marked or seen otherwise
    /// @param marks how many sightings became marks
    /// @param sighted how many sightings spoke of something gone, or back
    record Moved(Marks remembered, Map<Key, Fate> fates, int marks, int sighted) {}

    /// @param fresh marks of this page that were not known
    /// @param here the rows that the page speaks of
    Moved follow(List<Page.Sighting> sightings, Marks fresh, List<Row> added, Map<Key, Row> here) {
        var keys = new HashSet<Key>();
        added.forEach(row -> keys.add(row.key));
        fresh.marks().forEach(m -> keys.add(new Key(m.source(), m.externalId())));
        var told = sightings.stream().filter(s -> matters(s, here)).toList();
        told.forEach(s -> keys.add(new Key(s.source(), s.externalId())));
        if (keys.isEmpty()) {
            return new Moved(new Marks(List.of(), List.of()), Map.of(), 0, 0);
        }
        var remembered = kept.of(keys);
        var fates = fates(remembered.marks());
        var news = news(told, fates);
        var gone = (int) told.stream().filter(s -> !s.there()).count();
        var back = (int) news.stream().filter(m -> m.what() == Page.Mark.What.RESTORED).count();
        var stored = news.isEmpty() ? 0 : kept.keep(news, List.of()).marks().size();
        return new Moved(remembered, fates, Math.min(stored, gone + back), gone + back);
    }

    /// What is there counts only where it may be deleted.
    private static boolean matters(Page.Sighting seen, Map<Key, Row> here) {
        var row = here.get(new Key(seen.source(), seen.externalId()));
        return !seen.there() || (row != null && (row.fresh || row.deleted != null));
    }

    private static Map<Key, Fate> fates(Collection<Page.Mark> marks) {
        var fates = new LinkedHashMap<Key, Fate>();
        for (var mark : marks) {
            var key = new Key(mark.source(), mark.externalId());
            var fate = fates.getOrDefault(key, Fate.UNTOUCHED).and(mark);
            if (!fate.equals(Fate.UNTOUCHED)) {
                fates.put(key, fate);
            }
        }
        return fates;
    }

    /// Goes through the sightings as time went, so that each is compared with what was before it.
    private static List<Page.Mark> news(List<Page.Sighting> told, Map<Key, Fate> fates) {
        var news = new HashMap<Key, List<Page.Mark>>();
        for (var seen : told.stream().sorted(Comparator.comparing(Page.Sighting::at)).toList()) {
            var key = new Key(seen.source(), seen.externalId());
            var before = fates.getOrDefault(key, Fate.UNTOUCHED);
            var mark = before.news(seen);
            if (mark != null) {
                news.computeIfAbsent(key, _ -> new ArrayList<>()).add(mark);
                fates.put(key, before.and(mark));
            }
        }
        return news.values().stream().flatMap(List::stream).toList();
    }
}
