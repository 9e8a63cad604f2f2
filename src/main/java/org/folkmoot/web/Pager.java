package org.folkmoot.web;

import org.jspecify.annotations.Nullable;

/// The way to the pages before and after, by links that work without script.
///
/// @param words where we are: "1 to 50 of 1,204 people"
/// @param before null on the first page
/// @param after null on the last page
public record Pager(String words, @Nullable String before, @Nullable String after) {}
