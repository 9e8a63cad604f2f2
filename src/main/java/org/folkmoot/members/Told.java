package org.folkmoot.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a source tells of one account.
///
/// @param fields by lower_case name; see docs/export-format.md
/// @param left when they left, if they are gone
/// @param leftSure false when `left` is only the profile's last change: then their last activity
///     moves it
/// @param asOf when this was true; null if unknown
/// @param shown a time at which the platform shows they were there; null if none is told
/// @param roleByHand member, staff or bot, if a team said so elsewhere
/// @param elsewhere the Folkmoot community whose export told it; null for any other source
public record Told(
        Key key,
        Map<String, String> fields,
        boolean bot,
        boolean staff,
        boolean nobody,
        Set<String> tags,
        List<String> notes,
        @Nullable Instant joined,
        @Nullable Instant left,
        boolean leftSure,
        @Nullable Instant asOf,
        @Nullable Instant shown,
        @Nullable String roleByHand,
        @Nullable String elsewhere) {

    /// Which account: `slack:T024BE7LH` and `U01ADA`.
    public record Key(String source, String id) {

        public String platform() {
            var colon = source.indexOf(':');
            return colon < 0 ? source : source.substring(0, colon);
        }
    }

    /// Someone of whom nothing is told but that they did something.
    public static Told only(Key key) {
        return new Told(
                key, Map.of(), false, false, false, Set.of(), List.of(), null, null, false, null,
                null, null, null);
    }
}
