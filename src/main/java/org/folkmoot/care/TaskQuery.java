package org.folkmoot.care;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which tasks a list shows.
///
/// @param account whose view it is; null for a program
/// @param about a member; 0 for whomever
/// @param until due up to that day; null for whenever
/// @param from how many come before the page
/// @param after for programs, which read in the order in which they were made: the last one read;
///   null for people, who read what is due first
/// @param most how many
record TaskQuery(
        Whose whose,
        boolean ended,
        @Nullable Long account,
        long about,
        @Nullable LocalDate until,
        int from,
        @Nullable Long after,
        int most) {

    static final int PAGE = 100;

    /// Whose tasks.
    enum Whose {
        MINE("Mine"),
        EVERYBODY("Everybody's"),
        NOBODY("Nobody's yet"),
        LEFT("Owner left"),
        ABOUT_NOBODY("About nobody");

        private final String label;

        Whose(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Whose of(String key) {
            return Arrays.stream(values())
                    .filter(w -> w.key().equals(key))
                    .findAny()
                    .orElse(EVERYBODY);
        }
    }

    static TaskQuery list(Whose whose, boolean ended, @Nullable Long account, int from) {
        return new TaskQuery(whose, ended, account, 0, null, from, null, PAGE + 1);
    }

    /// All open ones about somebody.
    static TaskQuery about(long member) {
        return new TaskQuery(Whose.EVERYBODY, false, null, member, null, 0, null, PAGE);
    }

    /// Open ones that are due up to that day, one's own first.
    static TaskQuery due(@Nullable Long account, LocalDate until, int most) {
        return new TaskQuery(Whose.EVERYBODY, false, account, 0, until, 0, null, most);
    }
}
