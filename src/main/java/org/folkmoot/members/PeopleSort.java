package org.folkmoot.members;

/// The orders of the list of people. Each has an index and a column that is never null.
enum PeopleSort {
    LAST_ACTIVE("active", "Last active", "by_last_seen", "timestamptz", true),
    NAME("name", "Person", "by_name", "text", false),
    ACTIVITIES("activities", "Activities", "activities", "integer", true),
    FIRST_SEEN("joined", "First seen", "by_first_seen", "timestamptz", true);

    private final String key;
    private final String label;
    private final String column;
    private final String type;
    private final boolean down;

    PeopleSort(String key, String label, String column, String type, boolean down) {
        this.key = key;
        this.label = label;
        this.column = column;
        this.type = type;
        this.down = down;
    }

    /// As in addresses: `joined`.
    String key() {
        return key;
    }

    String label() {
        return label;
    }

    /// "descending", as the head of a column says it.
    String direction() {
        return down ? "descending" : "ascending";
    }

    String column() {
        return "m." + column;
    }

    /// @param backwards whether the page before is wanted
    String order(boolean backwards) {
        var way = down == backwards ? "asc" : "desc";
        return " order by %1$s %2$s, m.id %2$s".formatted(column(), way);
    }

    /// Rows that follow the row of `:key` and `:id` in this order.
    String beyond(boolean backwards) {
        return " and (%s, m.id) %s (:key::%s, :id)"
                .formatted(column(), down == backwards ? ">" : "<", type);
    }
}
