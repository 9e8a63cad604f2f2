package org.folkmoot.thanks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;

/// What is counted of each person, for the first time and for the round numbers.
enum Track {
    POST(
            1,
            Kind.MESSAGE,
            Kind.QUESTION,
            Kind.REPLY,
            Kind.COMMENT,
            Kind.ANSWER,
            Kind.ACCEPTED_ANSWER,
            Kind.ISSUE,
            Kind.IDEA,
            Kind.SHARE,
            Kind.ARTICLE),
    ANSWER(3, Kind.ANSWER, Kind.ACCEPTED_ANSWER),
    ACCEPTED(4, Kind.ACCEPTED_ANSWER),
    REVIEW(4, Kind.REVIEW),
    CHANGE(4, Kind.COMMIT, Kind.CO_AUTHORSHIP),
    TALK(5, Kind.TALK, Kind.EVENT_ORGANISED),
    /// Whatever shows that somebody was here.
    HERE(
            0,
            Arrays.stream(Kind.values())
                    .filter(kind -> kind.counts(Kind.Counts.ACTIVE))
                    .toArray(Kind[]::new));

    /// The numbers that are worth a word.
    static final List<Integer> ROUND = List.of(10, 50, 100, 500, 1000);

    private final int worth;
    /// Their keys, one after the other.
    private final String kinds;

    Track(int worth, Kind... kinds) {
        this.worth = worth;
        this.kinds = Arrays.stream(kinds).map(Kind::key).collect(Collectors.joining(" "));
    }

    /// Of the tenth; every further step is worth one more.
    int worth() {
        return worth;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kinds of activity it counts, as the ledger names them.
    String[] kinds() {
        return kinds.split(" ", -1);
    }
}
