package org.folkmoot.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The people of one organisation: who they are and when they came.
@Repository
@Transactional(readOnly = true)
class Workforce {

    private final JdbcClient db;

    Workforce(JdbcClient db) {
        this.db = db;
    }

    /// @param role member, staff or bot
    record Colleague(long member, String name, String role, @Nullable Instant lastSeen) {}

    /// Those seen last first.
    List<Colleague> lastSeen(String organisation, int most) {
        return db.sql(
                        """
                        select member_id, name, standing, by_last_seen from members.report_colleague
                        where community_id = folkmoot.community() and organisation = :organisation and standing <> 'nobody'
                        order by by_last_seen desc, member_id desc limit :most
                        """)
                .param("organisation", organisation)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Colleague(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        Directory.seen(row.getObject(4, OffsetDateTime.class))))
                .list();
    }

    int people(String organisation) {
        return db.sql(
                        """
                        select coalesce(sum(people), 0) from members.report_tally
                        where community_id = folkmoot.community() and kind = 'organisation' and key = :organisation
                        """)
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /// How many of today's people were first seen in each month.
    ///
    /// @param zone whose months
    NavigableMap<YearMonth, Integer> firstSeen(String organisation, ZoneId zone) {
        var months = new TreeMap<YearMonth, Integer>();
        db.sql(
                        """
                        select date_trunc('month', first_seen at time zone :zone)::date, count(*) from members.report_colleague
                        where community_id = folkmoot.community() and organisation = :organisation and standing <> 'nobody'
                            and first_seen is not null
                        group by 1
                        """)
                .param("organisation", organisation)
                .param("zone", zone.getId())
                .query(
                        row -> {
                            months.put(
                                    YearMonth.from(row.getObject(1, LocalDate.class)),
                                    row.getInt(2));
                        });
        return months;
    }
}
