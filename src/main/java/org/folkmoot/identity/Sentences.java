package org.folkmoot.identity;

import java.util.List;
import java.util.Map;
import org.folkmoot.members.PeopleFinder.Owned;
import org.jspecify.annotations.Nullable;

/// Puts steps into sentences. A name in them keeps its own direction of writing.
final class Sentences {

    private Sentences() {}

    /// Whether one sentence can say all of it.
    static boolean sayAll(List<Step> steps) {
        return steps.size() == 1
                || moved(steps)
                || (!steps.isEmpty()
                        && steps.stream()
                                .allMatch(
                                        s ->
                                                s.what() == Step.What.MERGE
                                                        && s.one() == steps.getFirst().one()));
    }

    /// What was done at once: "Joined ada on Slack with ada-l on GitHub".
    ///
    /// @param steps of one batch, oldest first, of whom [#sayAll] holds
    static String of(List<Step> steps, Map<Long, Owned> accounts) {
        var last = steps.getLast();
        var other = last.other();
        if (steps.size() == 1) {
            return of(last, accounts);
        }
        if (other != null && moved(steps)) {
            var owner = accounts.get(other);
            return "Gave %s to %s"
                    .formatted(
                            account(last.one(), accounts),
                            owner == null ? "somebody who is gone" : apart(owner.name()));
        }
        return "Joined %d people with %s".formatted(steps.size(), account(last.one(), accounts));
    }

    private static boolean moved(List<Step> steps) {
        return steps.size() == 2
                && steps.getFirst().what() == Step.What.PART
                && steps.getLast().what() == Step.What.MERGE
                && steps.getFirst().one() == steps.getLast().one();
    }

    static String of(Step step, Map<Long, Owned> accounts) {
        var other = step.other();
        return other == null
                ? "Parted " + account(step.one(), accounts)
                : "Joined %s with %s"
                        .formatted(account(step.one(), accounts), account(other, accounts));
    }

    /// "ada on Slack".
    static String account(long identity, Map<Long, Owned> accounts) {
        return account(accounts.get(identity));
    }

    private static String account(@Nullable Owned owned) {
        return owned == null
                ? "an account that is gone"
                : apart(owned.account().shown()) + " on " + owned.account().on();
    }

    /// A name that keeps its own direction of writing.
    static String apart(String name) {
        return "\u2068" + name + "\u2069";
    }
}
