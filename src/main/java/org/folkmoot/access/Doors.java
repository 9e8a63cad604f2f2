package org.folkmoot.access;

import java.util.List;
import java.util.Optional;

/// The communities of this installation, as far as access must know them; answered by the module
/// that keeps them.
public interface Doors {

    Optional<Door> find(String slug);

    List<Door> all();

    /// Founds a community, at set-up.
    ///
    /// @param kind one of the keys of [#kinds]
    /// @throws org.folkmoot.kernel.Refusal.Unusable in words for the person, if something will
    ///   not do
    Door found(String slug, String name, String kind, String timezone, String locale);

    /// Key and label of each kind of community.
    List<Kind> kinds();

    /// Whether it can be a community's short name.
    boolean isSlug(String text);

    /// A short name for a community of that name: "Ré:union" gives "re-union".
    String slugFrom(String name);

    record Kind(String key, String label) {}
}
