package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Draft.Group;
import org.folkmoot.members.Draft.Mode;
import org.folkmoot.members.Draft.Row;

/// A draft as the fields of a form. Each node has a path, `n`, `n-0`, `n-0-2`; its fields begin
/// with it.
///
/// @param action a button's: `row:n`, `group:n-0` or `remove:n-1`; empty for none
record DraftForm(Map<String, String> fields, String action) {

    static final String ROOT = "n";
    private static final int MOST = 100;
    private static final int DEEPEST = 10;

    /// Fields of a node.
    static final String MODE = ".mode";

    static final String KEY = ".key";
    static final String NOT = ".not";
    static final String OPERATOR = ".op";
    static final String VALUE = ".v.";

    Group draft() {
        return group(ROOT, 0);
    }

    private Group group(String path, int depth) {
        if (depth > DEEPEST) {
            throw new Refusal.Unusable(
                    "Groups lie too deep in each other. Save the inner ones as segments.");
        }
        var of = new ArrayList<Draft>();
        for (int i = 0; i < MOST; i++) {
            var child = path + "-" + i;
            if (action.equals("remove:" + child)) {
                continue;
            }
            if (fields.containsKey(child + MODE)) {
                of.add(group(child, depth + 1));
            } else if (fields.containsKey(child + KEY)) {
                of.add(row(child));
            } else {
                break;
            }
        }
        if (action.equals("row:" + path)) {
            of.add(Row.NEW);
        }
        if (action.equals("group:" + path)) {
            of.add(new Group(Mode.ANY, java.util.List.of(Row.NEW)));
        }
        var mode = fields.getOrDefault(path + MODE, "");
        return new Group(
                Arrays.stream(Mode.values())
                        .filter(m -> m.name().equals(mode))
                        .findFirst()
                        .orElse(Mode.ALL),
                of);
    }

    private Row row(String path) {
        var values = new HashMap<String, String>();
        fields.forEach(
                (name, value) -> {
                    if (name.startsWith(path + VALUE)) {
                        values.put(name.substring((path + VALUE).length()), value);
                    }
                });
        return new Row(
                fields.getOrDefault(path + KEY, ""),
                fields.containsKey(path + NOT) && !fields.getOrDefault(path + NOT, "").isEmpty(),
                fields.getOrDefault(path + OPERATOR, ""),
                values);
    }
}
