package org.folkmoot.language;

/// In which language a text is.
///
/// @param language a code of ISO 639-1; empty when nothing in it is a word
/// @param share of the points of the first two languages that the first has, from .5 to 1
/// @param certain whether it is long and clear enough to rely on
public record Spoken(String language, double share, boolean certain) {

    static final Spoken NOTHING = new Spoken("", 0, false);
}
