package org.folkmoot.web;

import org.jspecify.annotations.Nullable;

/// One number, what it did, and the way to what lies behind it.
///
/// @param href the page behind the number: the whole card is its link
/// @param size a word on how many it rests on: "n = 412 questions"; empty if that says nothing
/// @param note what else is to be said of it: how far it is from a goal; null for nothing
public record NumberCard(
        String label,
        String href,
        Definition definition,
        Figure figure,
        String size,
        @Nullable Note note) {

    public NumberCard(
            String label, String href, Definition definition, Figure figure, String size) {
        this(label, href, definition, figure, size, null);
    }

    /// A line below the number.
    public record Note(String words, Tone tone) {}

    public NumberCard with(Note more) {
        return new NumberCard(label, href, definition, figure, size, more);
    }

    /// Known, or honestly not: never a zero that means "we do not know".
    public sealed interface Figure {}

    /// The number as it stands.
    ///
    /// @param value as the reader writes it: "1,204", "3 h 20 min", "42 %"
    /// @param change null when there is nothing to compare with
    public record Known(String value, @Nullable Change change, @Nullable Sparkline sparkline)
            implements Figure {}

    /// Nothing to show, and the reason.
    ///
    /// @param why "No question has been answered yet."
    /// @param remedy what would make it known: "Import a platform with replies."
    public record NotYet(String why, String remedy) implements Figure {}

    /// The change in words: "up 4 % on the 30 days before"; `tone` says whether that is good news.
    public record Change(Direction direction, String words, Tone tone) {}

    /// Which way it went.
    public enum Direction {
        UP("arrow-up-right"),
        DOWN("arrow-down-right"),
        LEVEL("arrow-right");

        private final String icon;

        Direction(String icon) {
            this.icon = icon;
        }

        /// A name [Icon] knows.
        public String icon() {
            return icon;
        }
    }

    @Nullable Known known() {
        return figure instanceof Known known ? known : null;
    }

    @Nullable NotYet notYet() {
        return figure instanceof NotYet notYet ? notYet : null;
    }
}
