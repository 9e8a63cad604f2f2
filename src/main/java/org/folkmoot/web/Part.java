package org.folkmoot.web;

/// A picture of another module on a page: drawn by `web/parts.jte`, loaded by its address.
///
/// @param title the link for a reader without script
/// @param href from the root, ready to load
/// @param key short enough for a tab's name in the address
public record Part(String title, String href, String key) {}
