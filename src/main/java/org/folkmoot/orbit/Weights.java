package org.folkmoot.orbit;

import java.util.EnumMap;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;

/// What each kind weighs and whether it makes a day active, by the kind's place in its list.
final class Weights {

    private final byte[] weights = new byte[Kind.values().length];
    private final byte[] small = new byte[weights.length];
    private final boolean[] active = new boolean[weights.length];
    private final String key;

    private Weights(Map<Kind, Kinds.Worth> worth) {
        var words = new StringBuilder();
        for (var kind : Kind.values()) {
            var w = new Kinds.Table(worth).of(kind);
            weights[kind.ordinal()] = (byte) w.weight();
            small[kind.ordinal()] = (byte) Decay.weight(w.weight());
            active[kind.ordinal()] = w.active();
            words.append((char) ('a' + w.weight())).append(w.active() ? '+' : '-');
        }
        key = words.toString();
    }

    static Weights of(Kinds.Table table) {
        return new Weights(table.worth());
    }

    /// The same table with some weights replaced.
    static Weights of(Kinds.Table table, Map<Kind, Integer> instead) {
        var worth = new EnumMap<Kind, Kinds.Worth>(Kind.class);
        for (var kind : Kind.values()) {
            var w = table.of(kind);
            worth.put(
                    kind,
                    new Kinds.Worth(
                            instead.getOrDefault(kind, w.weight()),
                            w.active(),
                            w.contribution(),
                            w.content()));
        }
        return new Weights(worth);
    }

    /// Two tables that weigh the same have the same.
    String key() {
        return key;
    }

    int of(int kind) {
        return weights[kind];
    }

    int small(int kind) {
        return small[kind];
    }

    boolean active(int kind) {
        return active[kind];
    }
}
