package org.folkmoot.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Lists of people that were given a name: the filter is kept, not who passed it.
@Repository
@Transactional
class Segments {

    private final JdbcClient db;
    private final Trail trail;
    private final Criteria criteria;

    Segments(JdbcClient db, Trail trail, Criteria criteria) {
        this.db = db;
        this.trail = trail;
        this.criteria = criteria;
    }

    record Segment(long id, String name, PeopleQuery query, String by, Instant at) {}

    @Transactional(readOnly = true)
    List<Segment> all() {
        return db.sql(
                        """
                        select id, name, query, by, at from members.segment
                        where community_id = folkmoot.community() order by lower(name), id
                        """)
                .query(
                        (row, _) ->
                                new Segment(
                                        row.getLong(1),
                                        row.getString(2),
                                        PeopleQuery.of(row.getString(3), criteria),
                                        row.getString(4),
                                        Objects.requireNonNull(People.instant(row, 5))))
                .list();
    }

    /// @throws Refusal.Unusable when the name is empty, too long or taken
    void save(String name, PeopleQuery query) {
        var usable = usable(name);
        try {
            db.sql(
                            """
                            insert into members.segment (community_id, name, query, by)
                            values (folkmoot.community(), :name, :query, :by)
                            """)
                    .param("name", usable)
                    .param("query", query.address())
                    .param("by", Trail.who())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(usable);
        }
        trail.record("segment saved", "segment", usable, Map.of("query", query.address()));
    }

    void rename(long id, String name) {
        var usable = usable(name);
        try {
            expect(
                    db.sql(
                                    """
                                    update members.segment set name = :name
                                    where community_id = folkmoot.community() and id = :id
                                    """)
                            .param("name", usable)
                            .param("id", id)
                            .update());
        } catch (DuplicateKeyException e) {
            throw taken(usable);
        }
        trail.record("segment renamed", "segment", usable, Map.of());
    }

    /// @return what was deleted, to bring it back
    Segment delete(long id) {
        var segment =
                all().stream()
                        .filter(s -> s.id() == id)
                        .findAny()
                        .orElseThrow(() -> new Refusal.NotFound("This segment"));
        expect(
                db.sql(
                                "delete from members.segment where community_id = folkmoot.community() and id = :id")
                        .param("id", id)
                        .update());
        trail.record("segment deleted", "segment", segment.name(), Map.of());
        return segment;
    }

    private static void expect(int found) {
        if (found == 0) {
            throw new Refusal.NotFound("This segment");
        }
    }

    private static Refusal taken(String name) {
        return new Refusal.Unusable(
                "There is already a segment called %s. Choose another name.".formatted(name));
    }

    private static String usable(String name) {
        var clean = name.replace("\0", "").strip();
        if (clean.isEmpty() || clean.length() > 100) {
            throw new Refusal.Unusable("Give the segment a name of up to 100 characters.");
        }
        return clean;
    }
}
