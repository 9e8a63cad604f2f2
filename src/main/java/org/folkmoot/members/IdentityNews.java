package org.folkmoot.members;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Of which identities there is something new to know, for whoever works with what is known of
/// them. Filled in the transaction that adds or changes an identity, so nothing is ever missed.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class IdentityNews {

    private final JdbcClient db;

    IdentityNews(JdbcClient db) {
        this.db = db;
    }

    /// Takes identities out of the queue; they are back should the transaction fail. What another
    /// transaction is writing or taking at the moment is left to it, or to the next call.
    public List<Long> take(int most) {
        return db.sql(
                        """
                        delete from members.news where community_id = folkmoot.community() and identity_id = any(array(
                            select identity_id from members.news where community_id = folkmoot.community()
                            order by identity_id limit :most for update skip locked))
                        returning identity_id
                        """)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Something else than their profile is otherwise now: who they are in the team's eyes.
    void tell(Collection<Long> identities) {
        db.sql(
                        """
                        insert into members.news (community_id, identity_id)
                        select folkmoot.community(), id from unnest(:ids::bigint[]) t(id) order by id
                        on conflict (community_id, identity_id) do update set told_at = now()
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .update();
    }

    /// What is known of these identities; those that are not here are left out.
    public List<Account> accounts(Collection<Long> identities) {
        return db.sql(
                        """
                        select i.id, i.member_id, i.platform, i.source, i.external_id, coalesce(m.role_by_hand, i.role),
                            i.profile, i.joined_at, i.first_seen, i.elsewhere
                        from members.identity i
                        join members.member m on m.community_id = i.community_id and m.id = i.member_id
                        where i.community_id = folkmoot.community() and i.id = any(:ids)
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                new Account(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        fields(row.getString(7)),
                                        instant(row.getTimestamp(8)),
                                        instant(row.getTimestamp(9)),
                                        row.getString(10)))
                .list();
    }

    private static Map<String, String> fields(String profile) {
        var fields = new HashMap<String, String>();
        Profile.fromJson(profile).fields().forEach((name, dated) -> fields.put(name, dated.v()));
        return fields;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
