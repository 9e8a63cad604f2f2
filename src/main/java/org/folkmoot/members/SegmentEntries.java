package org.folkmoot.members;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who came into a segment when, for modules that follow what became of them.
@Repository
@Transactional(readOnly = true)
public class SegmentEntries {

    private final JdbcClient db;

    SegmentEntries(JdbcClient db) {
        this.db = db;
    }

    /// On which local day each member first came into a segment, as far back as moves are kept.
    public Map<Long, LocalDate> first(long segment, ZoneId zone) {
        var days = new HashMap<Long, LocalDate>();
        db.sql(
                        """
                        select coalesce(h.member_id, v.put_on), (min(v.at) at time zone :zone)::date
                        from members.segment_move v
                        left join members.report_moved h on h.community_id = v.community_id and h.home = v.put_on
                        where v.community_id = folkmoot.community() and v.segment_id = :segment and v.entered
                        group by 1
                        """)
                .param("segment", segment)
                .param("zone", zone.getId())
                .query(
                        row -> {
                            days.put(row.getLong(1), row.getObject(2, LocalDate.class));
                        });
        return days;
    }

    /// The names of all segments, by their ids.
    public Map<Long, String> segments() {
        var names = new LinkedHashMap<Long, String>();
        db.sql(
                        """
                        select id, name from members.segment
                        where community_id = folkmoot.community() and removed_at is null order by lower(name), id
                        """)
                .query(
                        row -> {
                            names.put(row.getLong(1), row.getString(2));
                        });
        return names;
    }
}
