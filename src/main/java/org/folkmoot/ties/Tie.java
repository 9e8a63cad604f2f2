package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// How well one person knows another, and from what.
///
/// @param member the other
/// @param to what she did towards them
/// @param from what they did towards her
/// @param together in how many threads both spoke close to each other, once a day
/// @param weight as of today: a reply or a mention of today is 1, a review 2, a thread 0.25; half
///     as much after the half-life that the community chose
/// @param last the latest day on which they met
record Tie(
        long member, String name, Way to, Way from, int together, double weight, LocalDate last) {

    /// What was done in one direction.
    ///
    /// @param reviews reviews and commits made together
    record Way(int replies, int mentions, int reviews) {

        int all() {
            return replies + mentions + reviews;
        }
    }

    /// "12 replies, 3 reviews, in 4 threads": what speaks for the tie, most telling first.
    String why() {
        var words = new ArrayList<String>();
        add(words, to.replies() + from.replies(), "reply", "replies");
        add(words, to.reviews() + from.reviews(), "review or commit", "reviews and commits");
        add(words, to.mentions() + from.mentions(), "mention", "mentions");
        add(words, together, "thread together", "threads together");
        return String.join(", ", words);
    }

    private static void add(List<String> words, int n, String one, String more) {
        if (n > 0) {
            words.add(n + " " + (n == 1 ? one : more));
        }
    }
}
