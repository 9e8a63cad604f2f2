package org.folkmoot.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Says of which local days something has changed, in the ledger's own transaction, so that nobody
/// takes what was worked out before for what holds now.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Days {

    /// What is said in a chat may answer what was asked this long before.
    private static final Duration CHAT = Duration.ofMinutes(30);

    private final JdbcClient db;

    Days(JdbcClient db) {
        this.db = db;
    }

    /// The days on which these rows are and were, those of what they answer in a chat, and those on
    /// which the threads they are and were in began. After the rows are written.
    void changed(Collection<Row> touched, ZoneId zone) {
        if (touched.isEmpty()) {
            return;
        }
        var days = new TreeSet<LocalDate>();
        var threads = new TreeSet<Long>();
        for (var row : touched) {
            days.add(row.day);
            around(row.at, zone, days);
            around(row.atBefore, zone, days);
            if (row.dayBefore != null) {
                days.add(row.dayBefore);
            }
            var root = root(row);
            if (root.id == row.thread) {
                around(root.at, zone, days);
            } else {
                threads.add(row.thread);
            }
            if (row.threadBefore != 0 && row.threadBefore != row.thread) {
                threads.add(row.threadBefore);
            }
        }
        db.sql(
                        """
                        insert into activity.day as d (community_id, day)
                        select folkmoot.community(), c.day from (
                            select unnest(:days::date[]) union
                            select (a.at at time zone :zone)::date from activity.activity a
                            where a.community_id = folkmoot.community() and a.id = any(:threads)) c(day)
                        order by c.day
                        on conflict (community_id, day) do update set version = d.version + 1
                        """)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("threads", threads.toArray(Long[]::new))
                .param("zone", zone.getId())
                .update();
    }

    /// The topmost of those at hand that a row hangs on, itself when there is none.
    private static Row root(Row row) {
        var root = row;
        while (root.parent != null) {
            root = root.parent;
        }
        return root;
    }

    private static void around(@Nullable Instant at, ZoneId zone, Collection<LocalDate> days) {
        if (at != null) {
            days.add(at.atZone(zone).toLocalDate());
            days.add(at.minus(CHAT).atZone(zone).toLocalDate());
        }
    }

    /// Every day of the community.
    void allChanged() {
        db.sql(
                        """
                        insert into activity.day as d (community_id, day) values (folkmoot.community(), '-infinity')
                        on conflict (community_id, day) do update set version = d.version + 1
                        """)
                .update();
    }
}
