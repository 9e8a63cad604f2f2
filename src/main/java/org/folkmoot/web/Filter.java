package org.folkmoot.web;

/// One condition of a list, as a piece of a sentence: "active in 30 days".
///
/// @param without the address of the same page without this condition
public record Filter(String words, String without) {}
