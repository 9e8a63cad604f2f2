package org.folkmoot.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What was learnt of a community's habits, and from whom.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class HabitRows {

    /// From so many pairs it is learnt.
    private static final int MOST = 500;

    private final JdbcClient db;

    HabitRows(JdbcClient db) {
        this.db = db;
    }

    Habits read() {
        return db.sql(
                        "select habits from identity.tally where community_id = folkmoot.community() and habits is not null")
                .query((row, _) -> JsonMapper.shared().readValue(row.getString(1), Habits.class))
                .optional()
                .orElse(Habits.PRIOR);
    }

    void write(Habits habits) {
        db.sql(
                        "update identity.tally set habits = :habits::jsonb where community_id = folkmoot.community()")
                .param("habits", JsonMapper.shared().writeValueAsString(habits))
                .update();
    }

    /// Pairs of identities who are the only ones with their mailbox.
    List<Pair> sameMailbox() {
        return db.sql(
                        """
                        select min(identity_id), max(identity_id) from identity.trait
                        where community_id = folkmoot.community() and type = 'mail'
                        group by value having count(*) = 2 limit :most
                        """)
                .param("most", MOST)
                .query((row, _) -> new Pair(row.getLong(1), row.getLong(2)))
                .list();
    }
}
