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

    /// What becomes of one kind of thing when she is forgotten.
    ///
    /// @param rows how many there are
    /// @param goes whether they go; what stays says nothing about who she is
    /// @param why in a sentence, for what stays; may be empty for what goes
    record Fate(String title, long rows, boolean goes, String why) {}

    /// Takes what may be too much to hold at once.
    interface Rows {
        /// Begins a kind of thing; the rows that follow belong to it.
        void part(String title, String key);

        void row(Map<String, ? extends @Nullable Object> row);
    }

    /// Small before large; the order in which they are told. They are forgotten the other way
    /// round, so whoever comes later can still ask whose everything is.
    int order();

    /// All that is kept of her here, empty parts left out. Runs in the caller's transaction.
    List<Part> tell(Subject subject);

    /// The same of what may be tens of thousands of rows: each is given on as it is read. Runs in
    /// the caller's transaction, after `tell` of everybody.
    default void tellMuch(Subject subject, Rows rows) {}

    /// What would go and what would stay, with numbers. Runs in the caller's transaction.
    default List<Fate> fates(Subject subject) {
        return tell(subject).stream()
                .map(part -> new Fate(part.title(), part.rows().size(), true, ""))
                .toList();
    }

    /// Takes away a bounded part of what is much. Called before `forget`, each time in a
    /// transaction of its own, until nothing is left.
    ///
    /// @return whether something may be left
    default boolean forgetSome(Subject subject) {
        return false;
    }

    /// Takes away whatever says something about her, in the caller's transaction. What must be
    /// counted later (that something was done, when and where) may stay without her name or words.
    /// There is no way back.
    void forget(Subject subject);
}
