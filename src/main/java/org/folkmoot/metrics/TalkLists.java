package org.folkmoot.metrics;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What waited for an answer and what drew engagement, by the same rules as the numbers.
@Component
class TalkLists {

    private final Almanac almanac;
    private final Sheets sheets;

    TalkLists(Almanac almanac, Sheets sheets) {
        this.almanac = almanac;
        this.sheets = sheets;
    }

    /// @param member who asked
    /// @param place 0 when in none
    /// @param why how it is known that it waits
    record Start(long id, long member, long place, Wait told, Root.Told why) implements Listed {

        /// The unanswered, then the answered, each with the longest wait first.
        private static final Comparator<Start> ORDER =
                Comparator.comparing(Start::answered)
                        .thenComparing(Comparator.comparingDouble(Start::waited).reversed())
                        .thenComparingLong(Start::id);

        boolean answered() {
            return told.answered() != null;
        }

        /// Seconds until the answer, or until now.
        double waited() {
            var answered = told.answered();
            return answered == null ? told.open() : answered;
        }
    }

    /// @param which the unanswered, the answered, or both
    List<Start> starts(Ask ask, Behind which, int most) {
        return sheets.atOnce(
                notes -> {
                    var best = new Best<>(most, Start.ORDER);
                    almanac.each(
                            ask,
                            almanac.scope(ask.filters(), notes),
                            notes,
                            (rules, root) -> {
                                int asker = root.starts() ? rules.author(root) : -1;
                                if (asker >= 0) {
                                    var start = start(rules, root, asker);
                                    if (which == Behind.STARTS
                                            || (which == Behind.ANSWERED) == start.answered()) {
                                        best.add(start);
                                    }
                                }
                            });
                    return best.all();
                });
    }

    private static Start start(TalkRules rules, Root root, int asker) {
        return new Start(
                root.id(), rules.member(asker), root.place(), rules.wait(root, asker), root.told());
    }

    /// @param place 0 when in none
    /// @param at microseconds since 1970
    /// @param views -1 when its platform does not tell
    record Item(
            long id, String kind, long member, long place, long at, long engagements, long views)
            implements Listed {

        /// What drew most first, then the newest.
        private static final Comparator<Item> ORDER =
                Comparator.comparingLong(Item::engagements)
                        .thenComparingLong(Item::at)
                        .thenComparingLong(Item::id)
                        .reversed();

        /// Engagements per view; null when nobody viewed it, or its platform does not tell.
        @Nullable Double rate() {
            return views <= 0 ? null : Double.valueOf((double) engagements / views);
        }
    }

    List<Item> items(Ask ask, int most) {
        return sheets.atOnce(
                notes -> {
                    var best = new Best<>(most, Item.ORDER);
                    almanac.each(
                            ask,
                            almanac.scope(ask.filters(), notes),
                            notes,
                            (rules, root) -> {
                                int author = root.content() ? rules.author(root) : -1;
                                if (author >= 0) {
                                    best.add(item(rules, root, author));
                                }
                            });
                    return best.all();
                });
    }

    private static Item item(TalkRules rules, Root root, int author) {
        return new Item(
                root.id(),
                root.kind(),
                rules.member(author),
                root.place(),
                root.at(),
                rules.engagements(root, author),
                root.views());
    }
}
