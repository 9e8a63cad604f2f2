package org.folkmoot.sources.comparing;

import java.util.List;

/// What reading again would change, as far as it was tried.
///
/// @param pages how many were read
/// @param read rows in them
/// @param fresh people and activities that are not here
/// @param changed those that are here and would read otherwise
/// @param known those that are here as they are
/// @param refused those that cannot be used
/// @param examples of what is not here, in words
public record Rehearsal(
        int pages,
        long read,
        long fresh,
        long changed,
        long known,
        long refused,
        List<String> examples) {

    public Rehearsal {
        examples = List.copyOf(examples);
    }
}
