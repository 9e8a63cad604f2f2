package org.folkmoot.access;

/// A page in the rail of the desk; each module offers its own as beans.
///
/// @param order within the group, small first
/// @param icon a name [org.folkmoot.web.Icon] knows
/// @param path below the community: "/people"
/// @param key the letter that jumps here after `g`, or empty
/// @param needs who lacks it does not see the item
public record RailItem(
        Group group,
        int order,
        String label,
        String icon,
        String path,
        String key,
        Permission needs) {

    /// The parts of the rail, in the order they are shown.
    public enum Group {
        NOW("Now"),
        PEOPLE("People"),
        DOING("Doing"),
        INSIGHT("Insight"),
        SET_UP("Set-up");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
