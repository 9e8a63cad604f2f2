package org.folkmoot.listening;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;

/// Which activities are listened to: what members wrote to each other. Not what they did (commits,
/// releases, votes) nor what they passed on (shares).
public final class Posts {

    private static final Kind[] KINDS = {
        Kind.MESSAGE,
        Kind.QUESTION,
        Kind.IDEA,
        Kind.ISSUE,
        Kind.ARTICLE,
        Kind.PULL_REQUEST,
        Kind.REPLY,
        Kind.COMMENT,
        Kind.ANSWER,
        Kind.ACCEPTED_ANSWER,
        Kind.REVIEW
    };

    /// As an SQL list.
    public static final String LIST =
            Arrays.stream(KINDS)
                    .map(kind -> "'" + kind.key() + "'")
                    .collect(Collectors.joining(", ", "(", ")"));

    /// The text of a row `a` of activity.report_activity, title first; null or empty for none.
    public static final String TEXT = "nullif(concat_ws(E'\\n', a.title, a.text), '')";

    /// What tells its text from others.
    static final String DIGEST = "hashtextextended(" + TEXT + ", 0)";

    private Posts() {}
}
