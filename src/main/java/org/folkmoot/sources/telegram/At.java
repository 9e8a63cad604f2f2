package org.folkmoot.sources.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a bot was asked.
///
/// @param bot whose updates these are, by its number: another bot counts its own
/// @param next the number of the update that comes next, nought before the first
/// @param heard when an update last came
/// @param chats those that were met so far
/// @param left those that are still to be described in this round, the present one first
/// @param described when all of them last were
/// @param moved groups that became supergroups, and which
record At(
        Stage stage,
        String bot,
        long next,
        @Nullable Instant heard,
        List<String> chats,
        List<String> left,
        @Nullable Instant described,
        Map<String, String> moved) {

    /// After a week of silence Telegram goes on with a number that may be a lower one.
    private static final Duration SILENCE = Duration.ofDays(6);

    private static final Duration DESCRIBED_AGAIN = Duration.ofDays(1);

    enum Stage {
        HOOK,
        UPDATES,
        CHATS
    }

    static At first() {
        return new At(Stage.HOOK, "", 0, null, List.of(), List.of(), null, Map.of());
    }

    At of(String bot) {
        return bot.equals(this.bot)
                ? this
                : new At(stage, bot, 0, null, chats, left, described, moved);
    }

    At stage(Stage stage) {
        return new At(stage, bot, next, heard, chats, left, described, moved);
    }

    /// What is asked for next: all before it was stored, and Telegram may forget it. Empty for
    /// whatever Telegram still has.
    String offset(Instant now) {
        return next == 0 || heard == null || heard.plus(SILENCE).isBefore(now)
                ? ""
                : Long.toString(next);
    }

    At took(long next, Iterable<String> met, Instant now) {
        var all = new LinkedHashSet<>(chats);
        var more = new LinkedHashSet<>(left);
        for (var chat : met) {
            if (all.add(chat)) {
                more.add(chat);
            }
        }
        return new At(stage, bot, next, now, List.copyOf(all), List.copyOf(more), described, moved);
    }

    At moved(Map<String, String> more) {
        var all = new HashMap<>(moved);
        all.putAll(more);
        return new At(stage, bot, next, heard, chats, left, described, all);
    }

    /// Goes on to the chats: all of them once a day, else those that are new.
    ///
    /// @param named by the settings
    At toChats(List<String> named, Instant now) {
        var due = described == null || !described.plus(DESCRIBED_AGAIN).isAfter(now);
        if (!due) {
            return stage(left.isEmpty() ? Stage.HOOK : Stage.CHATS);
        }
        var all = new LinkedHashSet<>(named);
        all.addAll(chats);
        return new At(
                all.isEmpty() ? Stage.HOOK : Stage.CHATS,
                bot,
                next,
                heard,
                chats,
                List.copyOf(all),
                now,
                moved);
    }

    String chat() {
        return left.getFirst();
    }

    At chatDone() {
        var rest = left.subList(1, left.size());
        var stage = rest.isEmpty() ? Stage.HOOK : Stage.CHATS;
        return new At(stage, bot, next, heard, chats, rest, described, moved);
    }

    /// The present chat is closed to us until it is heard of again.
    At chatShut() {
        var others = new ArrayList<>(chats);
        others.remove(chat());
        return new At(stage, bot, next, heard, others, left, described, moved).chatDone();
    }
}
