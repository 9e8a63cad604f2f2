package org.folkmoot.metrics;

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

    /// Which place goes by this path; empty when there is none, or more than one.
    Optional<Long> only(String path) {
        var all =
                db.sql(
                                """
                                select place_id from activity.report_place
                                where community_id = :here and platform = :platform and name = :name limit 2
                                """)
                        .param("here", Here.community().value())
                        .param("platform", path.replaceFirst("/.*", ""))
                        .param("name", path.replaceFirst("^[^/]*/", ""))
                        .query(Long.class)
                        .list();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// The path of a place; empty when it is not here, or another goes by the same.
    Optional<String> path(long place) {
        return db.sql(
                        """
                        select p.platform || '/' || p.name from activity.report_place p
                        where p.community_id = :here and p.place_id = :place and not exists (
                            select from activity.report_place o where o.community_id = :here
                                and o.platform = p.platform and o.name = p.name and o.place_id <> p.place_id)
                        """)
                .param("here", Here.community().value())
                .param("place", place)
                .query(String.class)
                .optional();
    }

    List<Place> places() {
        return db.sql(
                        """
                        select place_id, name, platform from activity.report_place
                        where community_id = :here order by platform, lower(name), place_id limit :most
                        """)
                .param("here", Here.community().value())
                .param("most", MOST)
                .query((row, _) -> new Place(row.getLong(1), row.getString(2), row.getString(3)))
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
