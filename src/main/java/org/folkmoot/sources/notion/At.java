package org.folkmoot.sources.notion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the workspace was read.
///
/// @param sources the data sources that are still to be read in this round, the present one first
/// @param next the page that comes next in its stage, empty for the first
/// @param from from which time on the present data source is asked, empty for all
/// @param rows how many it gave since then
/// @param latest the latest change that was seen in it in this round
/// @param pages what is to be read next: a page as it was listed, or when it was last changed, once
///     its blocks are read and only its comments are left
/// @param marks the latest change of each data source in the rounds before
/// @param settled pages of the last minute that cannot have changed since they were read
/// @param watched pages whose comments are looked at again, the one whose turn it is first
/// @param left how many of those in this round
/// @param people when people were last read
record At(
        Stage stage,
        List<String> sources,
        String next,
        String from,
        int rows,
        String latest,
        Map<String, String> pages,
        Map<String, String> marks,
        Map<String, String> settled,
        List<String> watched,
        int left,
        @Nullable Instant people) {

    enum Stage {
        USERS,
        SOURCES,
        ROWS,
        PAGES,
        WATCHED
    }

    private static final int MOST_WATCHED = 300;
    private static final int MOST_SETTLED = 500;

    static At first() {
        return new At(
                Stage.USERS,
                List.of(),
                "",
                "",
                0,
                "",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                0,
                null);
    }

    At stage(Stage stage) {
        return new At(
                stage, sources, "", from, rows, latest, pages, marks, settled, watched, left,
                people);
    }

    At sources(List<String> sources) {
        return new At(
                stage, sources, next, from, rows, latest, pages, marks, settled, watched, left,
                people);
    }

    At next(String next) {
        return new At(
                stage, sources, next, from, rows, latest, pages, marks, settled, watched, left,
                people);
    }

    /// What a page of rows brought.
    At rows(int more, String latest, Map<String, String> pages) {
        return new At(
                Stage.PAGES,
                sources,
                next,
                from,
                rows + more,
                latest,
                pages,
                marks,
                settled,
                watched,
                left,
                people);
    }

    /// Asks anew from there on: nobody gets more than 10,000 rows of one question.
    At from(String time) {
        return new At(
                Stage.ROWS,
                sources,
                "",
                time,
                0,
                latest,
                pages,
                marks,
                settled,
                watched,
                left,
                people);
    }

    At people(Instant at) {
        return new At(
                stage, sources, next, from, rows, latest, pages, marks, settled, watched, left, at);
    }

    String source() {
        return sources.getFirst();
    }

    String mark() {
        return marks.getOrDefault(source(), "");
    }

    /// The blocks of the next page were read.
    At pageRead(String changed) {
        var more = new LinkedHashMap<>(pages);
        more.put(pages.keySet().iterator().next(), changed);
        return new At(
                stage, sources, next, from, rows, latest, more, marks, settled, watched, left,
                people);
    }

    /// The next page was read.
    ///
    /// @param quiet whether it cannot have changed without telling
    At pageDone(boolean quiet) {
        var left = new LinkedHashMap<>(pages);
        var page = left.keySet().iterator().next();
        var time = String.valueOf(left.remove(page));
        var calm = new LinkedHashMap<>(settled);
        calm.remove(page);
        if (quiet) {
            calm.put(page, time);
        }
        while (calm.size() > MOST_SETTLED) {
            calm.remove(calm.keySet().iterator().next());
        }
        var watch = new ArrayList<>(watched);
        watch.remove(page);
        watch.addFirst(page);
        return new At(
                stage,
                sources,
                next,
                from,
                rows,
                latest,
                left,
                marks,
                calm,
                watch.subList(0, Math.min(MOST_WATCHED, watch.size())),
                this.left,
                people);
    }

    /// The present data source is done.
    At sourceDone() {
        var more = new HashMap<>(marks);
        if (!latest.isEmpty()) {
            more.put(source(), latest);
        }
        return new At(
                Stage.ROWS,
                sources.subList(1, sources.size()),
                "",
                "",
                0,
                "",
                Map.of(),
                more,
                settled,
                watched,
                left,
                people);
    }

    /// So many of those that are watched are to be looked at in this round.
    At look(int many) {
        return new At(
                Stage.WATCHED,
                sources,
                "",
                from,
                rows,
                latest,
                pages,
                marks,
                settled,
                watched,
                Math.min(many, watched.size()),
                people);
    }

    At looked() {
        var turned = new ArrayList<>(watched.subList(1, watched.size()));
        turned.add(watched.getFirst());
        return new At(
                stage, sources, next, from, rows, latest, pages, marks, settled, turned, left - 1,
                people);
    }
}
