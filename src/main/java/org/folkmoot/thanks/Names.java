package org.folkmoot.thanks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people are called.
@Repository
@Transactional(readOnly = true)
class Names {

    private final JdbcClient db;

    Names(JdbcClient db) {
        this.db = db;
    }

    /// By their ids of now; who is gone is left out.
    Map<Long, String> of(Collection<Long> members) {
        var names = new HashMap<Long, String>();
        if (!members.isEmpty()) {
            db.sql(
                            """
                            select member_id, name from members.report_member
                            where community_id = folkmoot.community() and member_id = any(:ids)
                            """)
                    .param("ids", members.stream().distinct().toArray(Long[]::new))
                    .query((row, _) -> names.put(row.getLong(1), row.getString(2)))
                    .list();
        }
        return names;
    }

    /// The member whom this id means by now.
    ///
    /// @throws Refusal.NotFound when there is nobody
    long present(long member) {
        return db.sql(
                        """
                        select coalesce(v.member_id, h.member_id) from (select :id::bigint as id) a
                        left join members.report_moved v on v.community_id = folkmoot.community() and v.home = a.id
                        left join members.report_member h on h.community_id = folkmoot.community() and h.member_id = a.id
                        """)
                .param("id", member)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This person"));
    }
}
