package org.folkmoot.sources.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the projects were read.
///
/// @param projects the numbers of those that are still to be read in this round, the present first
/// @param next where its stage goes on, empty for its beginning: a page's number, or of a list a
///     time, and a page's number after it
/// @param again issues or merge requests whose comments are read next
/// @param latest the latest change that was seen in the present list in this round
/// @param marks the latest change of each list in the rounds before
/// @param people when people were last read
/// @param read when they are read in this round; null when they are not
record At(
        Stage stage,
        List<String> projects,
        String next,
        List<String> again,
        String latest,
        Map<String, String> marks,
        @Nullable Instant people,
        @Nullable Instant read) {

    /// In the order of their reading.
    enum Stage {
        PROJECTS,
        MEMBERS,
        ISSUES,
        MERGE_REQUESTS;

        /// As GitLab calls it in its addresses.
        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static At first() {
        return new At(Stage.PROJECTS, List.of(), "", List.of(), "", Map.of(), null, null);
    }

    At projects(List<String> projects, @Nullable Instant read) {
        return new At(Stage.MEMBERS, projects, "", again, latest, marks, people, read);
    }

    At next(String next) {
        return new At(stage, projects, next, again, latest, marks, people, read);
    }

    At listed(String next, List<String> again, String latest) {
        return new At(stage, projects, next, again, latest, marks, people, read);
    }

    At commentsRead() {
        return new At(
                stage, projects, next, again.subList(1, again.size()), latest, marks, people, read);
    }

    String project() {
        return projects.getFirst();
    }

    private String list() {
        return "%s/%s".formatted(project(), stage.path());
    }

    /// Empty for a list that was never read to its end.
    String mark() {
        return marks.getOrDefault(list(), "");
    }

    /// The present list is done.
    At listDone() {
        var more = new HashMap<>(marks);
        if (!latest.isEmpty()) {
            more.put(list(), latest);
        }
        if (stage != Stage.MERGE_REQUESTS) {
            var on = Stage.values()[stage.ordinal() + 1];
            return new At(on, projects, "", List.of(), "", more, people, read);
        }
        var left = new ArrayList<>(projects.subList(1, projects.size()));
        return new At(
                left.isEmpty() ? Stage.PROJECTS : Stage.MEMBERS,
                left,
                "",
                List.of(),
                "",
                more,
                left.isEmpty() && read != null ? read : people,
                read);
    }
}
