package org.folkmoot.members;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who may have some letters in their profile, by the index of what people are searched by.
@Repository
@Transactional(readOnly = true)
class Containing {

    /// More than so many are met soon enough on the way through all.
    private static final int FEW = 20_000;

    /// What is shorter has no trigram.
    private static final int SHORTEST = 3;

    private final JdbcClient db;

    Containing(JdbcClient db) {
        this.db = db;
    }

    /// Those who have them somewhere in their names, addresses, organisation, title or notes; empty
    /// when they are too many, or too short to be looked up.
    Optional<List<Long>> few(String letters) {
        var folded =
                db.sql("select folkmoot.plain(:letters)")
                        .param("letters", letters)
                        .query(String.class)
                        .single();
        if (folded.codePointCount(0, folded.length()) < SHORTEST) {
            return Optional.empty();
        }
        var ids =
                db.sql("select members.matching(array[:folded], :most)")
                        .param("folded", folded)
                        .param("most", FEW + 1)
                        .query((row, _) -> row.getLong(1))
                        .list();
        return ids.size() > FEW ? Optional.empty() : Optional.of(ids);
    }
}
