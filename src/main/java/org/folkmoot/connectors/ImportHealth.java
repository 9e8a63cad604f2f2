package org.folkmoot.connectors;

import java.util.List;
import java.util.Set;
import org.folkmoot.web.When;

/// How the imports are doing, in a line.
final class ImportHealth {

    private ImportHealth() {}

    /// @param newest the newest first
    static String of(List<Import> newest, Set<Long> worked, ImportWords words, When when) {
        if (newest.isEmpty()) {
            return "Nothing was imported yet.";
        }
        var under =
                newest.stream()
                        .filter(
                                i ->
                                        !i.over()
                                                && (worked.contains(i.id())
                                                        || i.state() == Import.State.WAITING))
                        .count();
        if (under > 0) {
            return under == 1
                    ? "One import is under way. It goes on when you leave."
                    : words.number(under) + " imports are under way. They go on when you leave.";
        }
        var broken =
                newest.stream()
                        .filter(
                                i ->
                                        i.state() == Import.State.FAILED
                                                || i.state() == Import.State.RUNNING)
                        .count();
        if (broken > 0) {
            return words.count(broken, "import", "imports")
                    + " ended early. What was brought in is safe; open one to go on.";
        }
        var last = newest.getFirst();
        return (last.state() == Import.State.STOPPED
                        ? "The last one was stopped %s and can go on. It brought %s and %s."
                        : "All is well. The last one was %s and brought %s and %s.")
                .formatted(
                        when.words(last.endedAt() == null ? last.createdAt() : last.endedAt()),
                        words.count(last.counts().people(), "new person", "new people"),
                        words.count(last.counts().activities(), "new activity", "new activities"));
    }
}
