package org.folkmoot.access;

import java.util.List;
import java.util.stream.Stream;

/// A page in the rail of the desk; each module offers its own as beans.
///
/// @param order within the group, small first
/// @param icon a name [org.folkmoot.web.Icon] knows
/// @param path below the community: "/people"
/// @param key the letter that jumps here after `g`, or empty
/// @param needs who lacks it does not see the item
/// @param also other addresses below the community whose pages belong to it
public record RailItem(
        Group group,
        int order,
        String label,
        String icon,
        String path,
        String key,
        Permission needs,
        List<String> also) {

    public RailItem(
            Group group,
            int order,
            String label,
            String icon,
            String path,
            String key,
            Permission needs) {
        this(group, order, label, icon, path, key, needs, List.of());
    }

    /// How much of an address lies at this item: the length of the longest of its own, or 0.
    int holds(String home, String path) {
        return Stream.concat(Stream.of(this.path), also.stream())
                .map(own -> home + own)
                .filter(href -> path.equals(href) || path.startsWith(href + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /// The parts of the rail, in the order they are shown.
    public enum Group {
        NOW("Now", "sun"),
        PEOPLE("People", "users"),
        DOING("Doing", "checkbox"),
        INSIGHT("Insight", "chart-line"),
        SET_UP("Set-up", "adjustments");

        private final String label;
        private final String icon;

        Group(String label, String icon) {
            this.label = label;
            this.icon = icon;
        }

        /// What stands for the group while it is folded.
        public String icon() {
            return icon;
        }

        public String label() {
            return label;
        }
    }
}
