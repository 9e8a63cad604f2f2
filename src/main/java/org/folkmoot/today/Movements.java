package org.folkmoot.today;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who came, who came back, who went quiet. Only people: no team, no bots.
@Repository
@Transactional(readOnly = true)
class Movements {

    static final int NEW = 7;
    static final int QUIET = 30;

    /// A pause this long, and being here again is coming back.
    static final int PAUSE = 60;

    private static final int REGULAR = 5;

    private final JdbcClient db;

    Movements(JdbcClient db) {
        this.db = db;
    }

    /// @param at when they came, came back, or were last here
    record Who(long member, String name, List<String> platforms, Instant at) {}

    /// First seen in the last seven days.
    List<Who> fresh(Instant now, int most) {
        return db.sql(
                        """
                        select member_id, name, platforms, first_seen from members.report_member
                        where community_id = folkmoot.community() and first_seen > :from and first_seen <= :now
                            and role = 'member' and (left_at is null or back_at is not null)
                        order by first_seen desc, member_id desc limit :most
                        """)
                .param("from", time(now, NEW))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Movements::read)
                .list();
    }

    /// Active in the last seven days, after sixty or more without a sign.
    List<Who> back(Instant now, ZoneId zone, int most) {
        return db.sql(
                        """
                        select m.member_id, m.name, m.platforms, b.first_day::timestamp at time zone :zone
                        from (select i.member_id, min(p.day) as first_day
                            from activity.report_presence p
                            join members.report_identity i on i.community_id = p.community_id and i.identity_id = p.identity_id
                            where p.community_id = folkmoot.community() and p.day > :today - cast(:new as integer) and p.active > 0
                            group by i.member_id) b
                        join members.report_member m on m.community_id = folkmoot.community() and m.member_id = b.member_id
                        cross join lateral (
                            select max(e.day) as day from members.report_identity j
                            join activity.report_presence e on e.community_id = j.community_id and e.identity_id = j.identity_id
                            where j.community_id = folkmoot.community() and j.member_id = b.member_id and e.day < b.first_day and e.active > 0) before
                        where m.role = 'member' and m.first_seen < :long and before.day <= b.first_day - cast(:pause as integer)
                        order by b.first_day desc, m.member_id limit :most
                        """)
                .param("zone", zone.getId())
                .param("today", LocalDate.ofInstant(now, zone))
                .param("new", NEW)
                .param("pause", PAUSE)
                .param("long", time(now, PAUSE))
                .param("most", most)
                .query(Movements::read)
                .list();
    }

    /// Here on at least five days of the ninety before they were last seen, and not in the last
    /// thirty days, though in the thirty before those.
    List<Who> quiet(Instant now, ZoneId zone, int most) {
        return db.sql(
                        """
                        select m.member_id, m.name, m.platforms, m.last_seen from members.report_member m
                        cross join lateral (
                            select count(distinct p.day) as days from members.report_identity i
                            join activity.report_presence p on p.community_id = i.community_id and p.identity_id = i.identity_id
                            where i.community_id = folkmoot.community() and i.member_id = m.member_id and p.active > 0
                                and p.day > (m.last_seen at time zone :zone)::date - 90) d
                        where m.community_id = folkmoot.community() and m.last_seen > :from and m.last_seen <= :to
                            and m.role = 'member' and (m.left_at is null or m.back_at is not null) and d.days >= :regular
                        order by d.days desc, m.last_seen desc, m.member_id limit :most
                        """)
                .param("zone", zone.getId())
                .param("from", time(now, 2 * QUIET))
                .param("to", time(now, QUIET))
                .param("regular", REGULAR)
                .param("most", most)
                .query(Movements::read)
                .list();
    }

    /// How many came since then.
    long came(Instant since) {
        return db.sql(
                        """
                        select count(*) from members.report_member
                        where community_id = folkmoot.community() and first_seen > :from and first_seen <= now() and role = 'member'
                        """)
                .param("from", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime time(Instant now, int days) {
        return now.minus(java.time.Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private static Who read(ResultSet row, int number) throws SQLException {
        return new Who(
                row.getLong(1),
                row.getString(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
