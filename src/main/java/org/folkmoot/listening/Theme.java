package org.folkmoot.listening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What many posts have in common, with all that was joined into it.
///
/// @param label its telling words
/// @param name what people call it; null when they do not
/// @param posts of the window, as people are
/// @param peopleBefore of the window before
/// @param newcomers of the people, who came within the window
/// @param parts the labels of what was joined into it
/// @param samples posts that stand for it, each by another person
record Theme(
        long id,
        String label,
        @Nullable String name,
        boolean pinned,
        boolean ignored,
        long posts,
        long people,
        long peopleBefore,
        long newcomers,
        List<Part> parts,
        List<Sample> samples) {

    record Part(long id, String label) {}

    /// @param words the beginning of the post
    record Sample(long activity, String words, Instant at) {}

    String title() {
        return name == null ? label : name;
    }

    Theme with(List<Part> parts, List<Sample> samples) {
        return new Theme(
                id,
                label,
                name,
                pinned,
                ignored,
                posts,
                people,
                peopleBefore,
                newcomers,
                parts,
                samples);
    }
}
