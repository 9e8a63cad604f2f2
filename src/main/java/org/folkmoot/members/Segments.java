package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The segments of a community. What was deleted stays a day, for undoing.
@Repository
@Transactional
class Segments {

    private static final String ALL =
            """
            select id, name, query, by, at, people, compared_at from members.segment
            where community_id = folkmoot.community() and removed_at is null
            """;

    private final JdbcClient db;
    private final Trail trail;
    private final Criteria criteria;

    Segments(JdbcClient db, Trail trail, Criteria criteria) {
        this.db = db;
        this.trail = trail;
        this.criteria = criteria;
    }

    @Transactional(readOnly = true)
    List<Segment> all() {
        return db.sql(ALL + " order by lower(name), id").query(Segments::segment).list();
    }

    @Transactional(readOnly = true)
    Segment get(long id) {
        return db.sql(ALL + " and id = :id")
                .param("id", id)
                .query(Segments::segment)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This segment"));
    }

    /// @throws Refusal.Unusable if none has that name
    @Transactional(readOnly = true)
    Segment named(String name) {
        return db.sql(ALL + " and name = :name")
                .param("name", name)
                .query(Segments::segment)
                .optional()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "There is no segment called %s.".formatted(name)));
    }

    /// @throws Refusal.Unusable when the name is empty, too long or taken, or for a circle
    long save(String name, PeopleQuery query) {
        var usable = usable(name);
        mustEnd(usable, query);
        long id;
        try {
            id =
                    db.sql(
                                    """
                                    insert into members.segment (community_id, name, query, by)
                                    values (folkmoot.community(), :name, :query, :by) returning id
                                    """)
                            .param("name", usable)
                            .param("query", query.address())
                            .param("by", Trail.who())
                            .query(Long.class)
                            .single();
        } catch (DuplicateKeyException e) {
            throw taken(usable);
        }
        trail.record("segment saved", "segment", usable, Map.of("query", query.address()));
        return id;
    }

    /// Lets a segment ask for something else. That moves nobody: who is in it is noted anew.
    void change(long id, PeopleQuery query) {
        var segment = get(id);
        mustEnd(segment.name(), query);
        db.sql(
                        """
                        update members.segment set query = :query, compared_at = null, people = null
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("query", query.address())
                .param("id", id)
                .update();
        trail.record(
                "segment changed", "segment", segment.name(), Map.of("query", query.address()));
    }

    /// Those that refer to it call it by its new name from now on.
    void rename(long id, String name) {
        var usable = usable(name);
        var before = get(id);
        for (var other : users(before.name())) {
            store(other.id(), Segment.renamed(other.query(criteria), before.name(), usable));
        }
        try {
            db.sql(
                            """
                            update members.segment set name = :name
                            where community_id = folkmoot.community() and id = :id
                            """)
                    .param("name", usable)
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(usable);
        }
        trail.record("segment renamed", "segment", usable, Map.of("before", before.name()));
    }

    private void store(long id, PeopleQuery query) {
        db.sql(
                        """
                        update members.segment set query = :query
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("query", query.address())
                .param("id", id)
                .update();
    }

    /// @throws Refusal.Unusable if others refer to it
    Segment delete(long id) {
        var segment = get(id);
        var users = users(segment.name()).stream().map(Segment::name).toList();
        if (!users.isEmpty()) {
            throw new Refusal.Unusable(
                    "%s cannot be deleted: %s. Take it out of there first."
                            .formatted(
                                    segment.name(),
                                    users.size() == 1
                                            ? "the segment " + users.getFirst() + " refers to it"
                                            : "the segments %s refer to it"
                                                    .formatted(String.join(", ", users))));
        }
        removed(id, true);
        trail.record("segment deleted", "segment", segment.name(), Map.of());
        return segment;
    }

    /// Brings back what was deleted.
    Segment restore(long id) {
        try {
            removed(id, false);
        } catch (DuplicateKeyException e) {
            throw new Refusal.Unusable("There is another segment of that name by now.");
        }
        var segment = get(id);
        trail.record("segment restored", "segment", segment.name(), Map.of());
        return segment;
    }

    private void removed(long id, boolean removed) {
        var found =
                db.sql(
                                """
                                update members.segment set removed_at = case when :removed then now() end
                                where community_id = folkmoot.community() and id = :id
                                """)
                        .param("removed", removed)
                        .param("id", id)
                        .update();
        if (found == 0) {
            throw new Refusal.NotFound("This segment");
        }
    }

    /// The segments that refer to this one by themselves.
    private List<Segment> users(String name) {
        return all().stream().filter(s -> referred(s).contains(name)).toList();
    }

    /// What cannot be read any more refers to nothing.
    List<String> referred(Segment segment) {
        try {
            return Segment.named(segment.query(criteria));
        } catch (Refusal e) {
            return List.of();
        }
    }

    /// @throws Refusal.Unusable if the segment of that name, asking for this, led back to itself
    void mustEnd(String name, PeopleQuery query) {
        Set<String> seen = new HashSet<>();
        var ahead = new ArrayList<>(Segment.named(query));
        while (!ahead.isEmpty()) {
            var next = ahead.removeLast();
            if (next.equals(name)) {
                throw new Refusal.Unusable(
                        "%s would refer to itself. Take the segment out that leads back to it."
                                .formatted(name));
            }
            if (seen.add(next)) {
                ahead.addAll(referred(named(next)));
            }
        }
    }

    private static Segment segment(ResultSet row, int number) throws SQLException {
        return new Segment(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Objects.requireNonNull(People.instant(row, 5)),
                row.getObject(6, Integer.class),
                People.instant(row, 7));
    }

    private static Refusal taken(String name) {
        return new Refusal.Unusable(
                "There is already a segment called %s. Choose another name.".formatted(name));
    }

    static String usable(String name) {
        var clean = name.replace("\0", "").strip();
        if (clean.isEmpty() || clean.length() > 100) {
            throw new Refusal.Unusable("Give the segment a name of up to 100 characters.");
        }
        return clean;
    }
}
