package org.folkmoot.connectors.csv;

/// What a column seems to be.
///
/// @param column its name
/// @param target what it should feed
/// @param confidence 0 (no idea) to 1 (sure)
/// @param reason a sentence for the person who looks at the guess
public record Guess(String column, Target target, double confidence, String reason) {}
