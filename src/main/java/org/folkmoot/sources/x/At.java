package org.folkmoot.sources.x;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// How far an account was read, and what it cost.
///
/// @param account its number
/// @param next the page that comes next in its stage, empty for the first
/// @param item which of several searches, or batches of conversations
/// @param again whether its stage had to begin once more
/// @param newest the latest post seen in this stage
/// @param marks and in the rounds before, by stage
/// @param own our latest conversations, whose replies are looked for
/// @param known the latest posts, which are looked at again once a day
/// @param followers the latest of them
/// @param days when what is done once a day was done, by stage
/// @param month for which is counted: `2026-11`
/// @param reads what was read in it
record At(
        Stage stage,
        String account,
        String next,
        int item,
        boolean again,
        String newest,
        Map<String, String> marks,
        List<String> own,
        List<String> known,
        List<String> followers,
        Map<Stage, Instant> days,
        String month,
        long reads) {

    private static final int OWN = 39;
    private static final int KNOWN = 100;

    /// What is read, one after the other.
    enum Stage {
        ACCOUNT("account", 1),
        MENTIONS("mentions", 5),
        POSTS("posts", 5),
        REPLIES("replies", 10),
        SEARCHES("searches", 10),
        FOLLOWERS("followers", 1),
        AGAIN("edits and deletions", 1);

        private final String words;
        private final int least;

        Stage(String words, int least) {
            this.words = words;
            this.least = least;
        }

        /// The smallest page that X gives.
        int least() {
            return least;
        }

        String words() {
            return words;
        }
    }

    static At first() {
        return new At(
                Stage.ACCOUNT,
                "",
                "",
                0,
                false,
                "",
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "",
                0);
    }

    private At with(Stage stage, String next, int item, boolean again, String newest) {
        return new At(
                stage, account, next, item, again, newest, marks, own, known, followers, days,
                month, reads);
    }

    At to(Stage stage) {
        return with(stage, "", 0, false, "");
    }

    At next(String next) {
        return with(stage, next, item, again, newest);
    }

    At fromItsBeginning() {
        return with(stage, "", item, true, newest);
    }

    At item(int item) {
        return with(stage, "", item, false, newest);
    }

    At account(String account) {
        return new At(
                stage, account, next, item, again, newest, marks, own, known, followers, days,
                month, reads);
    }

    String mark(String key) {
        return marks.getOrDefault(key, "");
    }

    /// All of this stage is here, to the latest that was seen.
    At marked(String key) {
        var more = new HashMap<>(marks);
        more.put(key, XIds.later(mark(key), newest));
        return new At(
                stage, account, next, item, again, "", more, own, known, followers, days, month,
                reads);
    }

    /// @param ids of posts that were just read
    /// @param begun conversations that we began or are in
    At seen(List<String> ids, List<String> begun) {
        return new At(
                stage,
                account,
                next,
                item,
                again,
                ids.stream().reduce(newest, XIds::later),
                marks,
                latest(own, begun, OWN),
                latest(known, ids, KNOWN),
                followers,
                days,
                month,
                reads);
    }

    private static List<String> latest(List<String> some, List<String> more, int most) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all.stream().sorted(XIds.ORDER.reversed()).limit(most).toList();
    }

    At followers(List<String> followers) {
        return new At(
                stage,
                account,
                next,
                item,
                again,
                newest,
                marks,
                own,
                known,
                new ArrayList<>(followers),
                days,
                month,
                reads);
    }

    /// This stage was done, and is not to be done again for a day.
    At done(Instant now) {
        var more = new HashMap<>(days);
        more.put(stage, now);
        return new At(
                stage, account, next, item, again, newest, marks, own, known, followers, more,
                month, reads);
    }

    static String monthOf(Instant now) {
        return YearMonth.from(now.atZone(ZoneOffset.UTC)).toString();
    }

    /// What was read in this month.
    long reads(Instant now) {
        return month.equals(monthOf(now)) ? reads : 0;
    }

    At read(long more, Instant now) {
        return new At(
                stage,
                account,
                next,
                item,
                again,
                newest,
                marks,
                own,
                known,
                followers,
                days,
                monthOf(now),
                reads(now) + more);
    }
}
