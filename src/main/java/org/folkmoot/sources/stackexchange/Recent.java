package org.folkmoot.sources.stackexchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The latest of each kind, which are asked for once a day: what is missing then was deleted.
///
/// @param known their numbers, the latest first
/// @param doubtful those that are still to be asked for
record Recent(Map<Kind, List<Long>> known, Map<Kind, List<Long>> doubtful) {

    static final Recent NOTHING = new Recent(Map.of(), Map.of());

    private static final int MOST = 300;

    /// As the API names them in its addresses.
    enum Kind {
        QUESTIONS("questions", "question_id", "post"),
        ANSWERS("answers", "answer_id", "post"),
        COMMENTS("comments", "comment_id", "comment");

        final String path;
        final String id;
        private final String ours;

        Kind(String path, String id, String ours) {
            this.path = path;
            this.id = id;
            this.ours = ours;
        }

        /// As it is known here.
        String ours(long number) {
            return ours + "/" + number;
        }
    }

    /// Numbers rise with time, over the whole site.
    Recent and(Kind kind, Collection<Long> numbers) {
        var latest = new TreeSet<Long>(Comparator.reverseOrder());
        latest.addAll(known.getOrDefault(kind, List.of()));
        latest.addAll(numbers);
        latest.removeIf(number -> number <= 0);
        return new Recent(with(known, kind, latest.stream().limit(MOST).toList()), doubtful);
    }

    private static Map<Kind, List<Long>> with(
            Map<Kind, List<Long>> all, Kind kind, List<Long> numbers) {
        var more = new EnumMap<Kind, List<Long>>(Kind.class);
        more.putAll(all);
        more.put(kind, numbers);
        return more;
    }

    Recent doubting() {
        return new Recent(known, known);
    }

    /// What comes next; null when there is no doubt left.
    @Nullable Kind next() {
        for (var kind : Kind.values()) {
            if (!doubtful.getOrDefault(kind, List.of()).isEmpty()) {
                return kind;
            }
        }
        return null;
    }

    List<Long> asked(Kind kind) {
        var all = doubtful.getOrDefault(kind, List.of());
        return all.subList(0, Math.min(StackExchangeApi.PAGE, all.size()));
    }

    Recent sure(Kind kind, Collection<Long> numbers) {
        return new Recent(known, with(doubtful, kind, without(doubtful, kind, numbers)));
    }

    Recent gone(Kind kind, Collection<Long> numbers) {
        return new Recent(with(known, kind, without(known, kind, numbers)), doubtful)
                .sure(kind, numbers);
    }

    private static List<Long> without(
            Map<Kind, List<Long>> all, Kind kind, Collection<Long> numbers) {
        return all.getOrDefault(kind, List.of()).stream()
                .filter(number -> !numbers.contains(number))
                .toList();
    }
}
