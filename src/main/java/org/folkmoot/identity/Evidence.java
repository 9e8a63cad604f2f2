package org.folkmoot.identity;

import java.util.regex.Pattern;

/// A reason for or against two identities being one person.
///
/// @param key which kind of reason: "email"
/// @param weight in bits: log2 of how much likelier it makes that they are one; negative speaks
///     against
/// @param words for people to read: "Same e-mail address ada@example.org"
public record Evidence(String key, double weight, String words) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"“”]+@[^\\s@<>\"“”]+");

    /// For those who may not see e-mail addresses.
    public Evidence withoutAddresses() {
        return new Evidence(key, weight, ADDRESS.matcher(words).replaceAll("(address hidden)"));
    }
}
