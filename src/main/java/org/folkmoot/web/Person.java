package org.folkmoot.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person wherever one is named: face, name, marks of the platforms they are on.
///
/// @param href their profile
/// @param card where the hover card is fetched from, or null for none
/// @param platforms names as in the source: `slack`, `github`
/// @param note a few words under the name, may be empty
/// @param picture the address of a picture that is kept here, or null for initials
public record Person(
        String name,
        String href,
        @Nullable String card,
        List<String> platforms,
        String note,
        @Nullable String picture) {

    public Person {
        platforms = List.copyOf(platforms);
    }

    /// Somebody with initials for a face.
    public Person(
            String name, String href, @Nullable String card, List<String> platforms, String note) {
        this(name, href, card, platforms, note, null);
    }
}
