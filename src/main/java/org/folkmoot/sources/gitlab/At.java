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
/// @param recent what stirred last; looked at again when people are
record At(
        Stage stage,
        List<String> projects,
        String next,
        List<String> again,
        String latest,
        Map<String, String> marks,
        @Nullable Instant people,
        @Nullable Instant read,
        Recent recent) {

    At {
        recent = recent == null ? Recent.NOTHING : recent;
    }

    /// In the order of their reading.
    enum Stage {
        PROJECTS,
        MEMBERS,
        ISSUES,
        MERGE_REQUESTS,
        MISSING;

        /// As GitLab calls it in its addresses.
        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static At first() {
        return new At(
                Stage.PROJECTS, List.of(), "", List.of(), "", Map.of(), null, null, Recent.NOTHING);
    }

    At projects(List<String> projects, @Nullable Instant read) {
        return new At(Stage.MEMBERS, projects, "", again, latest, marks, people, read, recent);
    }

    At next(String next) {
        return new At(stage, projects, next, again, latest, marks, people, read, recent);
    }

    At listed(String next, List<String> again, String latest, Recent recent) {
        return new At(stage, projects, next, again, latest, marks, people, read, recent);
    }

    At commentsRead(Recent recent) {
        return listed(next, again.subList(1, again.size()), latest, recent);
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
        if (stage != Stage.MISSING) {
            var on = Stage.values()[stage.ordinal() + 1];
            var look = on == Stage.MISSING && read != null;
            var threads = look ? recent.of(project()) : List.<String>of();
            var next = new At(on, projects, "", threads, "", more, people, read, recent);
            return on == Stage.MISSING && threads.isEmpty() ? next.listDone() : next;
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
                read,
                recent);
    }
}
