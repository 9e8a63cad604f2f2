package org.folkmoot.sources.trello;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the boards were read.
///
/// @param boards those that are still to be read in this round, the present one first
/// @param before where the present list goes on: all below this id, empty for its beginning
/// @param top the latest action of the present board that was seen in this round
/// @param marks the latest action of each board in the rounds before
/// @param recent the latest comments of each board, to see whether they are still there
/// @param changed cards that are to be read again, with the time of their last change
/// @param makers who made the cards of the present page, see [TrelloMakers]
/// @param people when people were last read
/// @param read when people are read in this round, which is for all boards or for none
record At(
        Stage stage,
        List<String> boards,
        String before,
        String top,
        Map<String, String> marks,
        Map<String, List<String>> recent,
        Map<String, String> changed,
        Map<String, String> makers,
        @Nullable Instant people,
        @Nullable Instant read) {

    enum Stage {
        BOARDS,
        MEMBERS,
        ACTIONS,
        CARDS,
        MAKERS,
        CHANGED
    }

    static At first() {
        return new At(
                Stage.BOARDS,
                List.of(),
                "",
                "",
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                null);
    }

    At stage(Stage stage) {
        return new At(stage, boards, "", top, marks, recent, changed, makers, people, read);
    }

    At boards(List<String> boards) {
        return new At(stage, boards, before, top, marks, recent, changed, makers, people, read);
    }

    At before(String id) {
        return new At(stage, boards, id, top, marks, recent, changed, Map.of(), people, read);
    }

    /// What was found of who made the cards of the present page, or that it is to be asked.
    At makers(Stage stage, Map<String, String> makers) {
        return new At(stage, boards, before, top, marks, recent, changed, makers, people, read);
    }

    At read(@Nullable Instant now) {
        return new At(stage, boards, before, top, marks, recent, changed, makers, people, now);
    }

    At top(String id) {
        return new At(
                stage,
                boards,
                before,
                later(top, id),
                marks,
                recent,
                changed,
                makers,
                people,
                read);
    }

    At recent(List<String> comments) {
        var more = new HashMap<>(recent);
        more.put(board(), comments);
        return new At(stage, boards, before, top, marks, more, changed, makers, people, read);
    }

    /// Of several changes of a card the latest is told first.
    At changed(String card, String at) {
        var more = new LinkedHashMap<>(changed);
        more.putIfAbsent(card, at);
        return new At(stage, boards, before, top, marks, recent, more, makers, people, read);
    }

    At readAgain(String card) {
        var less = new LinkedHashMap<>(changed);
        less.remove(card);
        return new At(stage, boards, before, top, marks, recent, less, makers, people, read);
    }

    String board() {
        return boards.getFirst();
    }

    /// Empty for a board that was never read to its end.
    String mark() {
        return marks.getOrDefault(board(), "");
    }

    /// The present board is done.
    At boardDone() {
        var more = new HashMap<>(marks);
        if (!top.isEmpty()) {
            more.put(board(), later(mark(), top));
        }
        var left = new ArrayList<>(boards.subList(1, boards.size()));
        var stage = left.isEmpty() ? Stage.BOARDS : Stage.MEMBERS;
        var knows = left.isEmpty() && read != null ? read : people;
        return new At(stage, left, "", "", more, recent, Map.of(), Map.of(), knows, read);
    }

    /// Of two ids, which begin with their time.
    static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
