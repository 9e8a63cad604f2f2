package org.folkmoot.organisations;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.access.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What somebody answered with no, so that it is not asked again.
@Repository
@Transactional
class Judgements {

    private final JdbcClient db;
    private final Trail trail;

    Judgements(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// The names that are two, by their keys.
    Set<List<String>> apart() {
        return new HashSet<>(
                db.sql(
                                """
                                select one, other from organisations.judgement
                                where community_id = folkmoot.community() and kind = 'names'
                                """)
                        .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                        .list());
    }

    /// That a domain is no organisation's, or (with another) that two names are two.
    ///
    /// @param other the key of the other name; empty for a domain
    void refuse(String kind, String one, String other) {
        var pair = kind.equals("names") ? Likeness.pair(one, other) : List.of(one, "");
        db.sql(
                        """
                        insert into organisations.judgement (community_id, kind, one, other, by)
                        values (folkmoot.community(), :kind, :one, :other, :by) on conflict do nothing
                        """)
                .param("kind", kind)
                .param("one", pair.getFirst())
                .param("other", pair.getLast())
                .param("by", Trail.who())
                .update();
        trail.record("organisation refused", "organisation", String.join(" ", pair), Map.of());
    }

    void ask(String kind, String one, String other) {
        var pair = kind.equals("names") ? Likeness.pair(one, other) : List.of(one, "");
        db.sql(
                        """
                        delete from organisations.judgement
                        where community_id = folkmoot.community() and kind = :kind and one = :one and other = :other
                        """)
                .param("kind", kind)
                .param("one", pair.getFirst())
                .param("other", pair.getLast())
                .update();
        trail.record("organisation asked again", "organisation", String.join(" ", pair), Map.of());
    }
}
