package org.folkmoot.identity;

/// A reason for or against two identities being one person.
///
/// @param key which kind of reason: "email"
/// @param weight in bits: log2 of how much likelier it makes that they are one; negative speaks
///     against
/// @param words for people to read: "Same e-mail address ada@example.org"
public record Evidence(String key, double weight, String words) {}
