package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient db;

    CountedKinds(JdbcClient db) {
        this.db = db;
    }

    /// The kinds that count as this, as an SQL list.
    String that(Kind.Counts as) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(Kind.values()).filter(k -> k.counts(as)).forEach(kinds::add);
        db.sql(
                        """
                        select kind, case :as when 'ACTIVE' then active when 'CONTRIBUTION' then contribution else content end
                        from activity.report_kind where community_id = :here
                        """)
                .param("as", as.name())
                .param("here", Here.community().value())
                .query(
                        row -> {
                            var kind = Kind.of(row.getString(1));
                            if (row.getBoolean(2)) {
                                kinds.add(kind);
                            } else {
                                kinds.remove(kind);
                            }
                        });
        return list(kinds.toArray(Kind[]::new));
    }

    private static String list(Kind... kinds) {
        return kinds.length == 0
                ? "('')"
                : Arrays.stream(kinds)
                        .map(k -> "'" + k.key() + "'")
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
