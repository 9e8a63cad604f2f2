package org.folkmoot.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Where the things that a source brought belong, and of which days they were.
@Repository
@Transactional
class Traces {

    static final int DAYS = 120;

    private final JdbcClient db;
    private final Rooms rooms;

    Traces(JdbcClient db, Rooms rooms) {
        this.db = db;
        this.rooms = rooms;
    }

    /// Part of the transaction in which a page is kept.
    void note(long source, List<Found> page, Instant now) {
        rooms.note(source, page);
        var spaces = new TreeSet<String>();
        var days = new TreeSet<LocalDate>();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (var found : page) {
            if (found instanceof Deed deed) {
                spaces.add(deed.source().replace("\0", ""));
                var at = deed.at();
                var day = at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
                if (day != null && !day.isBefore(today.minusDays(DAYS)) && !day.isAfter(today)) {
                    days.add(day);
                }
            }
        }
        if (!spaces.isEmpty()) {
            db.sql(
                            """
                            insert into sources.space (community_id, source_id, key)
                            select folkmoot.community(), :source, unnest(cast(:keys as text[])) on conflict do nothing
                            """)
                    .param("source", source)
                    .param("keys", spaces.toArray(String[]::new))
                    .update();
        }
        if (!days.isEmpty()) {
            db.sql(
                            """
                            insert into sources.busy_day (community_id, source_id, day)
                            select folkmoot.community(), :source, unnest(cast(:days as date[])) on conflict do nothing
                            """)
                    .param("source", source)
                    .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                    .update();
        }
    }

    /// Of each source the days of which something came, in order.
    @Transactional(readOnly = true)
    Map<Long, List<LocalDate>> days(LocalDate from) {
        var all = new HashMap<Long, List<LocalDate>>();
        db.sql(
                        """
                        select source_id, day from sources.busy_day
                        where community_id = folkmoot.community() and day >= :from order by day
                        """)
                .param("from", from)
                .query(
                        (row, _) ->
                                all.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                        .add(
                                                Objects.requireNonNull(
                                                        row.getObject(2, LocalDate.class))))
                .list();
        return all;
    }

    /// The connections that are on and brought something of a space.
    @Transactional(readOnly = true)
    List<Long> of(String space) {
        return db.sql(
                        """
                        select p.source_id from sources.space p
                        join sources.source s on s.community_id = p.community_id and s.id = p.source_id
                        where p.community_id = folkmoot.community() and p.key = :key and s.state = 'on' order by 1
                        """)
                .param("key", space)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// The spaces that connections which are on brought something of, and their platforms.
    @Transactional(readOnly = true)
    Map<String, String> spaces() {
        var all = new HashMap<String, String>();
        db.sql(
                        """
                        select distinct p.key, s.platform from sources.space p
                        join sources.source s on s.community_id = p.community_id and s.id = p.source_id
                        where p.community_id = folkmoot.community() and s.state = 'on'
                        """)
                .query((row, _) -> all.put(row.getString(1), row.getString(2)))
                .list();
        return all;
    }

    void tidy(LocalDate before) {
        db.sql(
                        "delete from sources.busy_day where community_id = folkmoot.community() and day < :before")
                .param("before", before)
                .update();
    }
}
