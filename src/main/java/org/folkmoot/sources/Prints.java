package org.folkmoot.sources;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.folkmoot.store.Seal;

/// Tells whether what was read before reads otherwise now, for platforms that give no time of a
/// change.
public final class Prints {

    private final Map<String, String> all;

    /// @param kept what [#all] gave in the turn before
    public Prints(Map<String, String> kept) {
        this.all = new HashMap<>(kept);
    }

    /// Whether it was here before and said something else.
    public boolean changed(String id, String said) {
        var print = HexFormat.of().formatHex(Seal.digest(said), 0, 5);
        var before = all.put(id, print);
        return before != null && !before.equals(print);
    }

    public Map<String, String> all() {
        return Map.copyOf(all);
    }
}
