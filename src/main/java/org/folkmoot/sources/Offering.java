package org.folkmoot.sources;

import java.util.List;
import java.util.Set;

/// Says what there is on a platform that a setting may name, so that people choose instead of
/// typing names.
public interface Offering {

    /// The most that are offered: more than anybody looks through.
    int MOST = 1000;

    /// One of them.
    ///
    /// @param value as the setting takes it
    /// @param label as people know it: `#help`
    /// @param about a few words more; may be empty
    record Offer(String value, String label, String about) {}

    /// Which settings, all of them lists.
    Set<String> settings();

    /// What there is now, in the platform's order.
    ///
    /// @param setting one of [#settings]
    List<Offer> of(Line line, String setting);
}
