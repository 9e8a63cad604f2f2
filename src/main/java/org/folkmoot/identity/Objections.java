package org.folkmoot.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who said of people that they are not the same, for those who are about to join them.
@Repository
@Transactional(readOnly = true)
class Objections {

    private final JdbcClient db;

    Objections(JdbcClient db) {
        this.db = db;
    }

    record Objection(String by, Instant at) {}

    /// What was said of any two of these identities, the latest first.
    List<Objection> among(Collection<Long> identities) {
        return db.sql(
                        """
                        select by, max(at) from identity.judgement
                        where community_id = folkmoot.community() and verdict = 'different'
                            and one_identity = any(:ids) and other_identity = any(:ids)
                        group by by order by 2 desc limit 3
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                new Objection(
                                        row.getString(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }
}
