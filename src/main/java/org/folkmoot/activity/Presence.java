package org.folkmoot.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// On which local days somebody did how much.
@Repository
@Transactional(readOnly = true)
class Presence {

    private final JdbcClient db;

    Presence(JdbcClient db) {
        this.db = db;
    }

    /// Activities by day, of these identities together.
    Map<LocalDate, Integer> days(List<Long> identities, LocalDate from) {
        var days = new HashMap<LocalDate, Integer>();
        db.sql(
                        """
                        select day, sum(activities)::integer from activity.presence
                        where community_id = folkmoot.community() and identity_id = any(:ids) and day >= :from group by day
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .param("from", from)
                .query((row, _) -> days.put(row.getObject(1, LocalDate.class), row.getInt(2)))
                .list();
        return days;
    }

    /// The last day on which they did anything.
    Optional<LocalDate> last(Collection<Long> identities) {
        return db.sql(
                        """
                        select max(day) from activity.presence
                        where community_id = folkmoot.community() and identity_id = any(:ids)
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query(LocalDate.class)
                .optional();
    }
}
