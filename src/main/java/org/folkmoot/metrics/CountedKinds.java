package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.springframework.stereotype.Repository;

/// What each kind counts as in this community: the defaults, and what it changed.
@Repository
class CountedKinds {

    /// What answers a post, at any depth; never a reaction.
    static final String REPLIES =
            list(
                    Kind.REPLY,
                    Kind.COMMENT,
                    Kind.ANSWER,
                    Kind.ACCEPTED_ANSWER,
                    Kind.REVIEW,
                    Kind.MESSAGE,
                    Kind.QUESTION);

    /// What is done to an item itself.
    static final String RESPONSES = list(Kind.REACTION, Kind.VOTE, Kind.SHARE);

    /// What a person says in a chat.
    static final String SAYINGS = list(Kind.MESSAGE, Kind.QUESTION);

    private final Kinds kinds;

    CountedKinds(Kinds kinds) {
        this.kinds = kinds;
    }

    /// The kinds that count as this, as an SQL list.
    String that(Kind.Counts as) {
        var table = kinds.here();
        return list(
                Arrays.stream(Kind.values())
                        .filter(kind -> table.counts(kind, as))
                        .toArray(Kind[]::new));
    }

    /// What each kind counts as: another text when any of it is otherwise.
    String all() {
        var table = kinds.here();
        var all = new StringBuilder();
        for (var kind : Kind.values()) {
            for (var as : Kind.Counts.values()) {
                all.append(table.counts(kind, as) ? '1' : '0');
            }
        }
        return all.toString();
    }

    private static String list(Kind... kinds) {
        return kinds.length == 0
                ? "('')"
                : Arrays.stream(kinds)
                        .map(k -> "'" + k.key() + "'")
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
