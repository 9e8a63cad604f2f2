package org.folkmoot.thanks;

import java.util.Collection;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.MemberNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people are called.
@Repository
@Transactional(readOnly = true)
class Names {

    private final JdbcClient db;
    private final MemberNames names;

    Names(JdbcClient db, MemberNames names) {
        this.db = db;
        this.names = names;
    }

    /// By their ids of now; who is gone is left out.
    Map<Long, String> of(Collection<Long> members) {
        return names.of(members);
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
