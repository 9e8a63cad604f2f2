package org.folkmoot.sources.leaving;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Connections whose data goes, and how far that is.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LeavingRows {

    private final JdbcClient db;

    LeavingRows(JdbcClient db) {
        this.db = db;
    }

    /// One on its way out.
    ///
    /// @param by who asked for it
    record Going(
            long id,
            String platform,
            String name,
            String by,
            long all,
            long activities,
            long people) {}

    /// Lets go of it: it is asked no more, its secrets are gone, and a page that is under way finds
    /// that it comes too late.
    ///
    /// @return false when it is going already
    boolean begin(long id, long all, Instant now) {
        var begun =
                db.sql(
                                        """
                                        update sources.source set state = 'erasing', steps = steps + 1, erased_by = :by, to_erase = :all,
                                            next_at = :now, waiting = null, problem = null, doing = null
                                        where community_id = folkmoot.community() and id = :id and state <> 'erasing'
                                        """)
                                .param("by", Trail.who())
                                .param("all", all)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("id", id)
                                .update()
                        > 0;
        if (begun) {
            for (var table : new String[] {"secret", "call", "outgoing", "refused_row"}) {
                db.sql(
                                "delete from sources.%s where community_id = folkmoot.community() and source_id = :id"
                                        .formatted(table))
                        .param("id", id)
                        .update();
            }
        }
        return begun;
    }

    /// Takes one in hand until the transaction ends, after whoever is still bringing something by
    /// it; empty when none is left that nobody works on.
    Optional<Going> hold() {
        return db.sql(
                        """
                        select id, platform, name, coalesce(erased_by, by), to_erase, erased, erased_people from sources.source
                        where community_id = folkmoot.community() and state = 'erasing' order by id limit 1 for update
                        """)
                .query(
                        (row, _) ->
                                new Going(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7)))
                .optional();
    }

    void went(long id, int activities, int people) {
        db.sql(
                        """
                        update sources.source set erased = erased + :activities, erased_people = erased_people + :people
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("activities", activities)
                .param("people", people)
                .param("id", id)
                .update();
    }

    void end(long id) {
        db.sql("delete from sources.source where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
    }

    long count(String table, long id) {
        return db.sql(
                        "select count(*) from sources.%s where community_id = folkmoot.community() and source_id = :id"
                                .formatted(table))
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
