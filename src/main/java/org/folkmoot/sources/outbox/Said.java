package org.folkmoot.sources.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.jspecify.annotations.Nullable;

/// What somebody wants done on a platform.
///
/// @param target of a reply the id of what it answers, of a post its place, of a ban a person's
///     id, all as the ledger has them
/// @param more what it needs beside its words, see [Act]
/// @param at not before then; null for at once
public record Said(
        Act.What what,
        String target,
        String title,
        String text,
        Map<String, String> more,
        @Nullable Instant at) {

    private static final int LONGEST = 30_000;
    private static final int LONGEST_MORE = 2_000;
    private static final int MOST = 50;
    private static final Duration FURTHEST = Duration.ofDays(366);

    public Said {
        target = target.strip();
        title = title.strip();
        text = text.strip();
        more = Map.copyOf(more);
    }

    public static Said of(Act.What what, String target, String title, String text) {
        return new Said(what, target, title, text, Map.of(), null);
    }

    /// @throws Refusal.Unusable with what is missing or too much
    void check(Instant now) {
        if (target.isEmpty() || target.length() > 1000 || bad(target)) {
            throw new Refusal.Unusable("Say where it shall go.");
        }
        if (text.length() > LONGEST
                || bad(text)
                || (what.says() == Act.What.Says.TEXT && text.isEmpty())) {
            throw new Refusal.Unusable("Write something of up to 30,000 characters.");
        }
        if (title.length() > 300
                || bad(title)
                || (what.says() == Act.What.Says.TITLE && title.isEmpty())) {
            throw new Refusal.Unusable("Give it a title of up to 300 characters.");
        }
        if (more.size() > MOST || more.entrySet().stream().anyMatch(Said::tooMuch)) {
            throw new Refusal.Unusable("There is too much in it beside its words.");
        }
        if (at != null && at.isAfter(now.plus(FURTHEST))) {
            throw new Refusal.Unusable("Choose a time within a year.");
        }
    }

    private static boolean tooMuch(Map.Entry<String, String> one) {
        return one.getKey().length() > 100
                || one.getValue().length() > LONGEST_MORE
                || bad(one.getKey())
                || bad(one.getValue());
    }

    private static boolean bad(String text) {
        return text.indexOf(0) >= 0;
    }

    /// When it goes out: not before it can be taken back.
    Instant goes(Instant earliest) {
        return at != null && at.isAfter(earliest) ? at : earliest;
    }

    static Map<String, String> orNone(@Nullable Map<String, String> more) {
        return Objects.requireNonNullElse(more, Map.of());
    }
}
