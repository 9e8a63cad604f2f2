package org.folkmoot.members;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one module keeps of a person, for whoever must tell it to her or forget it. Each module
/// that keeps anything of people offers one as a bean; nothing may be kept of a person that none
/// of them tells.
public interface PersonalData {

    /// Whom it is about.
    ///
    /// @param member who she is now
    /// @param homes the members her accounts were born with: what was put on any of them is hers
    /// @param identities all her accounts
    record Subject(long member, Set<Long> homes, Set<Long> identities) {

        public Subject {
            homes = Set.copyOf(homes);
            identities = Set.copyOf(identities);
        }
    }

    /// One kind of thing that is known of her.
    ///
    /// @param title as she reads it: "Notes by the team"
    /// @param key in the JSON: `notes`
    /// @param rows each with its columns in the order they are shown; values are text, numbers,
    ///   yes or no, or null
    record Part(
            String title,
            String key,
            List<? extends Map<String, ? extends @Nullable Object>> rows) {}

    /// Small before large; the order in which they are told.
    int order();

    /// All that is kept of her here, empty parts left out. Runs in the caller's transaction.
    List<Part> tell(Subject subject);

    /// Takes away whatever says something about her, in the caller's transaction. What must be
    /// counted later (that something was done, when and where) may stay without her name or words.
    /// There is no way back.
    void forget(Subject subject);
}
