package org.folkmoot.web;

import org.jspecify.annotations.Nullable;

/// What a term means, opened by the "i" beside it.
///
/// @param id unique on the page, a letter first
/// @param href where the whole definition stands, or null
public record Definition(String id, String term, String text, @Nullable String href) {}
