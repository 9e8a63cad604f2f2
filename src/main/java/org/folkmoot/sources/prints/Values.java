package org.folkmoot.sources.prints;

import java.util.Map;
import java.util.TreeMap;

/// The fields of a thing while another telling of it is taken in. What a telling leaves out stays.
///
/// A field of which one round tells two values, or which goes from one to another, back, and to the
/// other again, has two ways of being told rather than changes: from then on either is as good.
final class Values {

    private static final int BEFORE = 0x5a5a5a;
    private static final int RETURNED = 0xa5a5a5;

    private final Map<Integer, Integer> all;

    Values(Map<Integer, Integer> fields) {
        this.all = new TreeMap<>(fields);
    }

    Map<Integer, Integer> all() {
        return all;
    }

    /// @param alike whether what differs is another way of telling the same
    /// @return whether anything reads otherwise
    boolean take(Map<Integer, Integer> told, boolean alike) {
        var changed = false;
        for (var field : told.entrySet()) {
            changed |= take(field.getKey(), field.getValue(), alike);
        }
        return changed;
    }

    private boolean take(int name, int value, boolean alike) {
        var was = all.putIfAbsent(name, value);
        if (was == null || was == value) {
            return false;
        }
        var before = all.get(name ^ BEFORE);
        var returns = before != null && before == value;
        if (returns && all.containsKey(name ^ RETURNED)) {
            return false;
        }
        if (alike) {
            all.put(name ^ BEFORE, value);
            all.put(name ^ RETURNED, 0);
            return false;
        }
        if (returns) {
            all.put(name ^ RETURNED, 0);
        } else {
            all.remove(name ^ RETURNED);
        }
        all.put(name ^ BEFORE, was);
        all.put(name, value);
        return true;
    }
}
