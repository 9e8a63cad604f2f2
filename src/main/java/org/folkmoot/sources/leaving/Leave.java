package org.folkmoot.sources.leaving;

import java.util.List;

/// What erasing all that a connection brought would take away, and what stays.
///
/// @param activities that go
/// @param people accounts that go: nobody else told of them, and nothing of theirs is left
/// @param figures what the platform counts itself, by day and name
/// @param calls kept calls and rows that could not be used
/// @param acts what we said and did there, as it is listed here; on the platform it stays
/// @param shared activities that stay, since another connection reads the same places
/// @param known people who stay: they did something elsewhere, the team keeps something of them, or
///     they asked to be forgotten
/// @param places where the activities that go are, by the names of their spaces
/// @param imports how many files of the same platform were imported
public record Leave(
        long activities,
        long people,
        long figures,
        long calls,
        long acts,
        long shared,
        long known,
        List<String> places,
        long imports) {

    public Leave {
        places = List.copyOf(places);
    }
}
