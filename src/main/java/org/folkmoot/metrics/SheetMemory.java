package org.folkmoot.metrics;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.metrics.Sheets.Part;
import org.folkmoot.metrics.Sheets.Sheet;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;

/// The sheets that were read last, packed as they are, in memory; given up when it runs short.
final class SheetMemory {

    private record Key(CommunityId community, Part part) {}

    private record Kept(Sheet sheet, long version, String rules) {}

    private final Map<Key, SoftReference<Map<LocalDate, Kept>>> all = new ConcurrentHashMap<>();

    /// Null when another one is kept, or none.
    @Nullable Sheet of(Part part, LocalDate day, long version, String rules) {
        var kept = days(part).get(day);
        return kept != null && kept.version == version && kept.rules.equals(rules)
                ? kept.sheet
                : null;
    }

    void keep(Part part, Sheet sheet, long version, String rules) {
        days(part).put(sheet.day(), new Kept(sheet, version, rules));
    }

    private Map<LocalDate, Kept> days(Part part) {
        var key = new Key(Here.community(), part);
        var reference = all.get(key);
        var days = reference == null ? null : reference.get();
        if (days != null) {
            return days;
        }
        var fresh = new ConcurrentHashMap<LocalDate, Kept>();
        all.put(key, new SoftReference<>(fresh));
        return fresh;
    }
}
