package org.folkmoot.web;

import java.util.List;

/// Keys and what they do: `g` then `p` goes to People.
///
/// @param keys one after the other
public record Shortcut(List<String> keys, String words) {

    public Shortcut {
        keys = List.copyOf(keys);
    }

    static List<Shortcut> everywhere() {
        return List.of(
                new Shortcut(List.of("Ctrl K"), "Go to any page or person"),
                new Shortcut(List.of("/"), "Search people"),
                new Shortcut(List.of("?"), "This page"),
                new Shortcut(List.of("Esc"), "Close what is open"));
    }

    static List<Shortcut> inLists() {
        return List.of(
                new Shortcut(List.of("j"), "Next row"),
                new Shortcut(List.of("k"), "Row before"),
                new Shortcut(List.of("Enter"), "Open the row"),
                new Shortcut(List.of("x"), "Choose the row, where rows can be chosen"),
                new Shortcut(
                        List.of("Backspace"),
                        "In an empty filter field: take the last filter away"));
    }

    static List<Shortcut> amongDuplicates() {
        return List.of(
                new Shortcut(List.of("y"), "Join the two"),
                new Shortcut(List.of("n"), "They are not the same"),
                new Shortcut(List.of("l"), "Ask again in a week"),
                new Shortcut(List.of("j"), "Next two"),
                new Shortcut(List.of("k"), "Two before"),
                new Shortcut(List.of("z"), "Take the last answer back"));
    }

    /// The jumps to the pages of this rail.
    static List<Shortcut> jumps(Desk desk) {
        return desk.rail().stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> !item.key().isEmpty())
                .map(item -> new Shortcut(List.of("g", item.key()), "Go to " + item.label()))
                .toList();
    }
}
