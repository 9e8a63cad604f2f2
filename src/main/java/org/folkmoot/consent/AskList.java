package org.folkmoot.consent;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The asks of a community as a list.
@Repository
@Transactional(readOnly = true)
class AskList {

    private final JdbcClient db;

    AskList(JdbcClient db) {
        this.db = db;
    }

    /// Those in one of the states, in any when none is given, the newest first.
    List<Asked> page(List<AskState> states, long before, int most) {
        return db.sql(
                        """
                        select %s from consent.ask
                        where community_id = folkmoot.community() and id < :before
                            and (:any or state = any(:states))
                        order by id desc limit :most
                        """
                                .formatted(Asks.COLUMNS))
                .param("before", before)
                .param("any", states.isEmpty())
                .param("states", states.stream().map(AskState::key).toArray(String[]::new))
                .param("most", most)
                .query(Asks::read)
                .list();
    }

    /// How many there are of each; without those of which there is none.
    Map<AskState, Long> counts() {
        var counts = new EnumMap<AskState, Long>(AskState.class);
        db.sql(
                        """
                        select state, count(*) from consent.ask
                        where community_id = folkmoot.community() group by state
                        """)
                .query(
                        row -> {
                            counts.put(AskState.of(row.getString(1)), row.getLong(2));
                        });
        return counts;
    }
}
