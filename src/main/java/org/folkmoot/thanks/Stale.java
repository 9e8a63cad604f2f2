package org.folkmoot.thanks;

import java.util.List;
import org.folkmoot.members.PeopleRegrouped;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The accounts whose person's moments are to be worked out anew, until somebody has.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Stale {

    private final JdbcClient db;

    Stale(JdbcClient db) {
        this.db = db;
    }

    /// Noted in the transaction that joins or parts people: nothing is missed, whoever dies.
    @EventListener
    public void on(PeopleRegrouped people) {
        db.sql(
                        """
                        insert into thanks.stale (community_id, identity_id)
                        select distinct folkmoot.community(), id from unnest(:ids::bigint[]) t(id) order by id
                        on conflict do nothing
                        """)
                .param("ids", people.identities().toArray(Long[]::new))
                .update();
    }

    boolean none() {
        return db.sql(
                        "select not exists (select from thanks.stale where community_id = folkmoot.community())")
                .query(Boolean.class)
                .single();
    }

    /// Takes some out of the queue; they are back should the transaction fail.
    List<Long> take(int most) {
        return db.sql(
                        """
                        delete from thanks.stale where community_id = folkmoot.community() and identity_id = any(array(
                            select identity_id from thanks.stale where community_id = folkmoot.community()
                            order by identity_id limit :most for update skip locked))
                        returning identity_id
                        """)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
