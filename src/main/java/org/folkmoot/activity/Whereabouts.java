package org.folkmoot.activity;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The platforms and places there are, for filters.
@Repository
@Transactional(readOnly = true)
class Whereabouts {

    private final JdbcClient db;

    Whereabouts(JdbcClient db) {
        this.db = db;
    }

    /// @param label the source's, for people: "Lantern chat"
    record Place(long id, String name, String platform, String label) {}

    record All(List<Place> places) {

        List<String> platforms() {
            return places.stream().map(Place::platform).distinct().sorted().toList();
        }

        Optional<Place> place(long id) {
            return places.stream().filter(p -> p.id() == id).findAny();
        }
    }

    All all() {
        return new All(
                db.sql(
                                """
                                select coalesce(p.id, 0), coalesce(p.name, ''), s.platform, s.label from activity.source s
                                left join activity.place p on p.community_id = s.community_id and p.source_id = s.id
                                where s.community_id = folkmoot.community() and (p.id is not null or exists (
                                    select from activity.activity a where a.community_id = s.community_id and a.source_id = s.id))
                                order by s.label, lower(p.name), p.id limit 5000
                                """)
                        .query(
                                (row, _) ->
                                        new Place(
                                                row.getLong(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4)))
                        .list());
    }
}
