package org.folkmoot.care;

import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.members.Belonging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which members the people of the team are themselves.
@Repository
@Transactional
class OwnProfiles {

    private final JdbcClient db;
    private final Belonging belonging;
    private final Trail trail;

    OwnProfiles(JdbcClient db, Belonging belonging, Trail trail) {
        this.db = db;
        this.belonging = belonging;
        this.trail = trail;
    }

    /// Says which member that teammate is; null for none of them.
    void is(long account, @Nullable Long member) {
        db.sql(
                        "delete from care.self where community_id = folkmoot.community() and account = :account")
                .param("account", account)
                .update();
        if (member != null) {
            db.sql(
                            """
                            insert into care.self (community_id, account, put_on)
                            select folkmoot.community(), :account, m.member_id from members.report_member m
                            where m.community_id = folkmoot.community() and m.member_id = :member
                            """)
                    .param("account", account)
                    .param("member", belonging.present(member))
                    .update();
        }
        trail.record(
                member == null ? "own profile unlinked" : "own profile linked",
                "account",
                Long.toString(account),
                Map.of());
    }
}
