package org.folkmoot.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Segments as lines of an export, and back. Who is in one follows from what it asks for.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SegmentsArchive implements Keeper {

    private final Segments segments;
    private final Criteria criteria;
    private final JdbcClient db;

    SegmentsArchive(Segments segments, Criteria criteria, JdbcClient db) {
        this.segments = segments;
        this.criteria = criteria;
        this.db = db;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of("segment");
    }

    /// After the fields that a segment may ask for.
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public int order() {
        return 2;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public PeopleArchive.Turn turn() {
        return PeopleArchive.Turn.BEFORE_LEDGER;
    }

    /// One that refers to another comes after that one.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        var left = new LinkedHashMap<String, Segment>();
        segments.all().forEach(s -> left.put(s.name(), s));
        while (!left.isEmpty()) {
            var next =
                    left.values().stream()
                            .filter(s -> segments.referred(s).stream().noneMatch(left::containsKey))
                            .findFirst()
                            .orElse(left.firstEntry().getValue());
            left.remove(next.name());
            line.accept(line(next));
        }
    }

    private static Map<String, Object> line(Segment segment) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "segment");
        line.put("name", segment.name());
        line.put("query", segment.address());
        line.put("by", segment.by());
        line.put("at", segment.at().toString());
        return line;
    }

    @Override
    public Optional<String> take(JsonNode row, Named named) {
        var name = Segments.usable(row.path("name").asString(""));
        var query = PeopleQuery.of(row.path("query").asString(""), criteria);
        segments.mustEnd(name, query);
        db.sql(
                        """
                        insert into members.segment (community_id, name, query, by, at)
                        values (folkmoot.community(), :name, :query, :by, :at) on conflict do nothing
                        """)
                .param("name", name)
                .param("query", query.address())
                .param("by", row.path("by").asString("").replace("\0", ""))
                .param("at", Instant.parse(row.path("at").asString("")).atOffset(ZoneOffset.UTC))
                .update();
        return Optional.empty();
    }
}
