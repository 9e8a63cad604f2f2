package org.folkmoot.organisations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was joined and parted, by whom and when.
@Repository
@Transactional(readOnly = true)
class JoiningLog {

    private final JdbcClient db;

    JoiningLog(JdbcClient db) {
        this.db = db;
    }

    /// A line of the log.
    record Step(
            long id,
            String one,
            String into,
            String by,
            Instant at,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt) {}

    /// What was joined and parted of these, the newest first.
    List<Step> of(Collection<Long> ids, int most) {
        return db.sql(
                        """
                        select s.id, o.name, i.name, s.by, s.at, s.undone_by, s.undone_at from organisations.step s
                        join organisations.organisation o on o.community_id = s.community_id and o.id = s.one
                        join organisations.organisation i on i.community_id = s.community_id and i.id = s.into_other
                        where s.community_id = folkmoot.community() and (s.one = any(:ids) or s.into_other = any(:ids))
                        order by s.id desc limit :most
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Step(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant(),
                                        row.getString(6),
                                        row.getString(6) == null
                                                ? null
                                                : row.getObject(7, OffsetDateTime.class)
                                                        .toInstant()))
                .list();
    }
}
