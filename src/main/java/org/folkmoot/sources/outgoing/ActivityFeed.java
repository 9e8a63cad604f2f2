package org.folkmoot.sources.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What members do, as it comes into the ledger. What is older than a day when it comes is history
/// and told to nobody: connecting a platform shall not send ten years of it on.
@Repository
@Transactional(readOnly = true)
class ActivityFeed implements Feed {

    private static final Duration NEW = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    ActivityFeed(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "activity";
    }

    @Override
    public Map<String, String> types() {
        return Map.of("activity.added", "somebody did something, no longer than a day ago");
    }

    @Override
    public long last() {
        return db.sql(
                        "select coalesce(max(id), 0) from activity.report_activity where community_id = folkmoot.community()")
                .query(Long.class)
                .single();
    }

    @Override
    public Page after(long number, int most) {
        var since = clock.instant().minus(NEW);
        var all = new ArrayList<Happening>();
        var ids = new ArrayList<Long>();
        db.sql(
                        """
                        select a.id, a.at, a.kind, s.source, p.name, i.member_id, a.counted
                        from activity.report_activity a
                        join activity.report_source s on s.community_id = a.community_id and s.source_id = a.source_id
                        left join activity.report_place p on p.community_id = a.community_id and p.place_id = a.place_id
                        left join members.report_identity i on i.community_id = a.community_id and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.id > :number
                        order by a.id limit :most
                        """)
                .param("number", number)
                .param("most", most)
                .query(
                        row -> {
                            ids.add(row.getLong(1));
                            var one = read(row);
                            if (row.getBoolean(7) && one.at().isAfter(since)) {
                                all.add(one);
                            }
                        });
        return new Page(List.copyOf(all), ids.isEmpty() ? number : ids.getLast());
    }

    private static Happening read(ResultSet row) throws SQLException {
        var data = new LinkedHashMap<String, Object>();
        data.put("activity", row.getLong(1));
        data.put("kind", row.getString(3));
        data.put("source", row.getString(4));
        put(data, "place", row.getString(5));
        put(data, "member", row.getObject(6, Long.class));
        return new Happening(
                row.getLong(1),
                "activity.added",
                row.getObject(2, OffsetDateTime.class).toInstant(),
                data);
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
