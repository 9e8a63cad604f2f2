package org.folkmoot.members;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What members are called, for modules that know them by their ids.
@Repository
@Transactional(readOnly = true)
public class MemberNames {

    private final JdbcClient db;

    MemberNames(JdbcClient db) {
        this.db = db;
    }

    /// By their ids of now, in one statement; who is gone is left out.
    public Map<Long, String> of(Collection<Long> members) {
        var names = new HashMap<Long, String>();
        if (!members.isEmpty()) {
            db.sql(
                            """
                            select id, name from members.member
                            where community_id = folkmoot.community() and id = any(:ids)
                            """)
                    .param("ids", members.stream().distinct().toArray(Long[]::new))
                    .query(
                            row -> {
                                names.put(row.getLong(1), row.getString(2));
                            });
        }
        return names;
    }
}
