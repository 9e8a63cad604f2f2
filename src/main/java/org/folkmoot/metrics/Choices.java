package org.folkmoot.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What one can filter by.
@Repository
@Transactional(readOnly = true)
class Choices {

    private static final int MOST = 300;

    private final JdbcClient db;

    Choices(JdbcClient db) {
        this.db = db;
    }

    /// What the filter form offers.
    record Offer(List<String> platforms, List<Place> places, List<String> tags) {}

    Offer offer() {
        var places = places();
        return new Offer(places.stream().map(Place::platform).distinct().toList(), places, tags());
    }

    record Place(long id, String name, String platform) {

        /// By which people name it: `slack/general`.
        String path() {
            return platform + "/" + name;
        }
    }

    /// The place that goes by this path; empty when there is none, or more than one.
    Optional<Place> only(String path) {
        var all =
                db.sql(
                                """
                                select place_id, name, platform from activity.report_place
                                where community_id = :here and platform = :platform and name = :name limit 2
                                """)
                        .param("here", Here.community().value())
                        .param("platform", path.replaceFirst("/.*", ""))
                        .param("name", path.replaceFirst("^[^/]*/", ""))
                        .query(Choices::place)
                        .list();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    Optional<Place> place(long id) {
        return db.sql(
                        """
                        select place_id, name, platform from activity.report_place
                        where community_id = :here and place_id = :id
                        """)
                .param("here", Here.community().value())
                .param("id", id)
                .query(Choices::place)
                .optional();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(row.getLong(1), row.getString(2), row.getString(3));
    }

    List<Place> places() {
        return db.sql(
                        """
                        select place_id, name, platform from activity.report_place
                        where community_id = :here order by platform, lower(name), place_id limit :most
                        """)
                .param("here", Here.community().value())
                .param("most", MOST)
                .query(Choices::place)
                .list();
    }

    List<String> tags() {
        return db.sql(
                        """
                        select distinct name from members.report_tag
                        where community_id = :here order by name limit :most
                        """)
                .param("here", Here.community().value())
                .param("most", MOST)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// The organisations most people belong to.
    List<String> organisations(int most) {
        return db.sql(
                        """
                        select key from members.report_tally
                        where community_id = :here and kind = 'organisation'
                        group by key having sum(people) > 1 order by sum(people) desc, key limit :most
                        """)
                .param("here", Here.community().value())
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    Map<Long, String> placeNames(Collection<Long> places) {
        var names = new HashMap<Long, String>();
        if (!places.isEmpty()) {
            db.sql(
                            """
                            select place_id, name from activity.report_place
                            where community_id = :here and place_id = any(:places)
                            """)
                    .param("here", Here.community().value())
                    .param("places", places.toArray(Long[]::new))
                    .query(
                            row -> {
                                names.put(row.getLong(1), row.getString(2));
                            });
        }
        return names;
    }
}
