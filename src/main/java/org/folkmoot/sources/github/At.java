package org.folkmoot.sources.github;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the repositories were read.
///
/// @param repository the one that is read now, empty before the first
/// @param next where the stage goes on, empty at its beginning
/// @param page how many pages of the stage were read
/// @param since what the stage asks for: changed since then; null for all
/// @param began GitHub's own time when the stage began
/// @param pulls pull requests whose reviews come before all else
/// @param marks how far the rounds before came, by repository and stage: a time, or a page
record At(
        String repository,
        Stage stage,
        String next,
        int page,
        @Nullable Instant since,
        @Nullable Instant began,
        List<Long> pulls,
        Map<String, String> marks) {

    enum Stage {
        REPOSITORY("the repository"),
        ISSUES("issues and pull requests"),
        COMMENTS("comments"),
        LINES("remarks on lines"),
        DISCUSSIONS("discussions"),
        RELEASES("releases"),
        STARS("stars"),
        FORKS("forks"),
        MEMBERS("members"),
        CONTRIBUTORS("contributors");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /// Whether it is read once a day.
        boolean daily() {
            return this == MEMBERS || this == CONTRIBUTORS;
        }

        /// Whether it only ever grows at its end.
        boolean byPage() {
            return this == STARS || this == FORKS;
        }

        /// The one after it, null after the last.
        @Nullable Stage after() {
            return ordinal() + 1 < values().length ? values()[ordinal() + 1] : null;
        }
    }

    static At first() {
        return new At("", Stage.REPOSITORY, "", 0, null, null, List.of(), Map.of());
    }

    String mark() {
        return marks.getOrDefault(repository + " " + stage, "");
    }

    /// Whether the repository itself was marked so.
    boolean without(String mark) {
        return mark.equals(marks.get(repository + " " + Stage.REPOSITORY));
    }

    At begin(String repository, Stage stage) {
        return new At(repository, stage, "", 0, null, null, List.of(), marks);
    }

    At on(String next, @Nullable Instant since, @Nullable Instant began, List<Long> pulls) {
        return new At(repository, stage, next, page + 1, since, began, pulls, marks);
    }

    At pulls(List<Long> left) {
        return new At(repository, stage, next, page, since, began, left, marks);
    }

    At marked(String mark) {
        var more = new HashMap<>(marks);
        more.put(repository + " " + stage, mark);
        return new At(repository, stage, next, page, since, began, pulls, more);
    }
}
