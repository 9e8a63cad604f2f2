package org.folkmoot.sources.standing;

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

/// Of which days something came from each connection.
@Repository
@Transactional
public class BusyDays {

    /// For how long they are kept.
    public static final int DAYS = 120;

    private final JdbcClient db;

    BusyDays(JdbcClient db) {
        this.db = db;
    }

    /// Part of the transaction in which a page is kept.
    public void note(long source, List<Found> page, Instant now) {
        var days = new TreeSet<LocalDate>();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (var found : page) {
            if (found instanceof Deed deed) {
                var at = deed.at();
                var day = at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
                if (day != null && !day.isBefore(today.minusDays(DAYS)) && !day.isAfter(today)) {
                    days.add(day);
                }
            }
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
    Map<Long, List<LocalDate>> since(LocalDate from) {
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

    public void tidy(LocalDate before) {
        db.sql(
                        "delete from sources.busy_day where community_id = folkmoot.community() and day < :before")
                .param("before", before)
                .update();
    }
}
