package org.folkmoot.web;

/// One view of several on the same thing; each has its own address.
///
/// @param count how many things are in it, already written; empty for none
public record Tab(String label, String href, String count, boolean current) {}
