package org.folkmoot.effect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/// Those who did it beside those who are like them, by coarsened exact matching (S. Iacus, G. King,
/// G. Porro: Causal Inference without Balance Checking, Political Analysis 20, 2012). Who has
/// nobody like them is left out, on both sides.
///
/// @param did each counts once
/// @param others each counts by its weight; the weights of a cell add up to those who did it there
/// @param alone how many did it and have nobody like them
record Alike(List<Look> did, List<Weighed> others, int alone) {

    record Weighed(Look look, double weight) {}

    static Alike of(Collection<Look> looks) {
        var cells = new HashMap<Integer, int[]>();
        for (var look : looks) {
            cells.computeIfAbsent(look.cell(), _ -> new int[2])[look.did() ? 1 : 0]++;
        }
        var did = new ArrayList<Look>();
        var others = new ArrayList<Weighed>();
        int alone = 0;
        for (var look : looks) {
            var many = cells.get(look.cell());
            if (many == null || many[0] == 0 || many[1] == 0) {
                alone += look.did() ? 1 : 0;
            } else if (look.did()) {
                did.add(look);
            } else {
                others.add(new Weighed(look, (double) many[1] / many[0]));
            }
        }
        return new Alike(did, others, alone);
    }

    /// How many distinct people the others are.
    long people() {
        return others.stream().mapToInt(o -> o.look.person()).distinct().count();
    }
}
