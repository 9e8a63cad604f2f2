package org.folkmoot.listening;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What began conversations, and how it is known whether it asks something.
@Repository
@Transactional(readOnly = true)
class Beginnings {

    private final JdbcClient db;

    Beginnings(JdbcClient db) {
        this.db = db;
    }

    /// @param judged whether it is its words that tell; else its platform does, or all waits there
    /// @param asks whether it counts as a question
    /// @param starts whether it waits, or waited, for an answer
    /// @param read whether its words were read yet
    /// @param said whether a person said so
    record Begun(
            long id, boolean judged, boolean asks, boolean starts, boolean read, boolean said) {}

    /// Empty for what is not here, does not count, or is a reply.
    Optional<Begun> of(long id) {
        return db.sql(
                        """
                        select a.id, a.told = 'message' and p.style is distinct from 'forum' and %s is not null,
                            a.kind = 'question', a.starts, j.activity_id is not null, c.asks is not null
                        from activity.report_activity a
                        left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = a.place_id
                        left join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
                        left join listening.correction c on c.community_id = folkmoot.community() and c.activity_id = a.id
                            and c.digest = j.digest
                        where a.community_id = folkmoot.community() and a.id = :id and a.counted and a.parent_external is null
                        """
                                .formatted(Posts.TEXT))
                .param("id", id)
                .query(
                        (row, _) ->
                                new Begun(
                                        row.getLong(1),
                                        row.getBoolean(2),
                                        row.getBoolean(3),
                                        row.getBoolean(4),
                                        row.getBoolean(5),
                                        row.getBoolean(6)))
                .optional();
    }
}
