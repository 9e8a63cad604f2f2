package org.folkmoot.organisations;

import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which organisations were said to be one, and which are by now. A step moves one pointer; what
/// each is known by stays with it.
@Repository
@Transactional
class Joinings {

    private final JdbcClient db;

    Joinings(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refusal.Unusable when one of them is another by now
    long merge(long one, long into) {
        var free =
                db.sql(
                                """
                                update organisations.organisation o set same_as = :into
                                where o.community_id = folkmoot.community() and o.id = :one and o.same_as is null
                                    and exists (select from organisations.organisation i
                                        where i.community_id = o.community_id and i.id = :into and i.same_as is null)
                                """)
                        .param("one", one)
                        .param("into", into)
                        .update();
        if (free == 0) {
            throw new Refusal.Unusable(
                    "One of the two was joined with another meanwhile. Reload the page.");
        }
        return db.sql(
                        """
                        insert into organisations.step (community_id, one, into_other, by)
                        values (folkmoot.community(), :one, :into, :by) returning id
                        """)
                .param("one", one)
                .param("into", into)
                .param("by", Trail.who())
                .query(Long.class)
                .single();
    }

    record Both(long one, long into) {}

    /// @throws Refusal.Unusable when it was undone already
    Both undo(long step) {
        var both =
                db.sql(
                                """
                                update organisations.step set undone_by = :by, undone_at = now()
                                where community_id = folkmoot.community() and id = :id and undone_at is null
                                returning one, into_other
                                """)
                        .param("id", step)
                        .param("by", Trail.who())
                        .query((row, _) -> new Both(row.getLong(1), row.getLong(2)))
                        .optional()
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "This was undone already. Nothing is left to do."));
        db.sql(
                        """
                        update organisations.organisation set same_as = null
                        where community_id = folkmoot.community() and id = :one
                        """)
                .param("one", both.one())
                .update();
        return both;
    }
}
