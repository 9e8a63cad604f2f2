package org.folkmoot.briefing;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How far each part of the nightly round came in the community we are in.
@Repository
@Transactional
class Rounds {

    private final JdbcClient db;

    Rounds(JdbcClient db) {
        this.db = db;
    }

    /// @param mark what it knew then
    record Done(LocalDate day, String mark) {}

    @Transactional(readOnly = true)
    Optional<Done> of(String part) {
        return db.sql(
                        "select day, mark from briefing.round where community_id = folkmoot.community() and part = :part")
                .param("part", part)
                .query((row, _) -> new Done(row.getObject(1, LocalDate.class), row.getString(2)))
                .optional();
    }

    void done(String part, LocalDate day, String mark) {
        db.sql(
                        """
                        insert into briefing.round (community_id, part, day, mark) values (folkmoot.community(), :part, :day, :mark)
                        on conflict (community_id, part) do update set day = excluded.day, mark = excluded.mark
                        """)
                .param("part", part)
                .param("day", day)
                .param("mark", mark)
                .update();
    }
}
