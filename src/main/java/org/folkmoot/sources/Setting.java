package org.folkmoot.sources;

import java.util.ArrayList;
import java.util.List;

/// Something that a connection must or may be told, and that is no secret.
///
/// @param name as typed: `base-url`
/// @param label "Address of the forum"
/// @param help a sentence below the field
/// @param fallback what holds when nothing is given, in the connection or for the whole
///     installation as `folkmoot.connectors.PLATFORM.NAME`
/// @param shape what may stand in it
/// @param needed whether a connection without it cannot work
public record Setting(
        String name, String label, String help, String fallback, Shape shape, boolean needed) {

    /// What may stand in a setting.
    public enum Shape {
        WORDS,
        /// A web address. Whoever changes it leaves the installation-wide secrets behind, as
        /// these must go nowhere else.
        ADDRESS,
        /// Words divided by commas or line ends.
        LIST,
        /// A day as ISO 8601 writes it.
        DAY
    }

    /// What every connection may be told.
    public static final Setting SINCE =
            new Setting(
                    "since",
                    "How far back",
                    "The first day that matters to you, such as 2026-01-01. Empty for everything there is.",
                    "",
                    Shape.DAY,
                    false);

    /// All that a connector may be told, also what every one may.
    public static List<Setting> of(Connector connector) {
        var all = new ArrayList<>(connector.settings());
        all.add(SINCE);
        return all;
    }

    /// An address that has a usual value.
    public static Setting address(String name, String label, String help, String fallback) {
        return new Setting(name, label, help, fallback, Shape.ADDRESS, fallback.isEmpty());
    }

    public static Setting words(String name, String label, String help, String fallback) {
        return new Setting(name, label, help, fallback, Shape.WORDS, false);
    }

    public static Setting list(String name, String label, String help) {
        return new Setting(name, label, help, "", Shape.LIST, false);
    }

    /// Whether hardly anybody needs to change it.
    public boolean rare() {
        return shape == Shape.ADDRESS && !fallback.isEmpty();
    }

    public Setting required() {
        return new Setting(name, label, help, fallback, shape, true);
    }
}
