package org.folkmoot.today;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.metrics.Attendance.Register;
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
    private static final int SEASON = 90;

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

    /// The days that tell who is back and who went quiet.
    static LocalDate since(LocalDate today) {
        return today.minusDays(2L * QUIET + SEASON);
    }

    private record Return(long member, LocalDate day) {}

    /// Active in the last seven days, after sixty or more without a sign.
    ///
    /// @param register all days from `since` to today
    List<Who> back(Register register, Instant now, ZoneId zone, int most) {
        var week = LocalDate.ofInstant(now, zone).minusDays(NEW - 1L);
        var longAgo = now.minus(Duration.ofDays(PAUSE));
        var returns = new ArrayList<Return>();
        for (int p = 0; p < register.persons(); p++) {
            var day = register.firstFrom(p, week);
            if (day != null
                    && register.seenBefore(p, longAgo)
                    && register.days(p, day.minusDays(PAUSE - 1L), day.minusDays(1)) == 0) {
                returns.add(new Return(register.member(p), day));
            }
        }
        returns.sort(
                Comparator.comparing(Return::day).reversed().thenComparingLong(Return::member));
        return db.sql(
                        """
                        select c.member_id, m.name, m.platforms, c.day::timestamp at time zone :zone
                        from unnest(cast(:members as bigint[]), cast(:days as date[])) c(member_id, day)
                        cross join lateral (
                            select m.name, m.platforms from members.report_member m
                            where m.community_id = folkmoot.community() and m.member_id = c.member_id offset 0) m
                        cross join lateral (
                            select from members.report_account a
                            join activity.report_presence e on e.community_id = a.community_id and e.identity_id = a.identity_id
                            where a.community_id = folkmoot.community() and a.member_id = c.member_id and e.active > 0
                                and e.day <= c.day - cast(:pause as integer) limit 1) e
                        limit :most
                        """)
                .param("zone", zone.getId())
                .param("members", returns.stream().map(Return::member).toArray(Long[]::new))
                .param("days", returns.stream().map(r -> r.day.toString()).toArray(String[]::new))
                .param("pause", PAUSE)
                .param("most", most)
                .query(Movements::read)
                .list();
    }

    /// Here on at least five days of the ninety before they were last seen, and not in the last
    /// thirty days, though in the thirty before those.
    ///
    /// @param register all days from `since` to today
    List<Who> quiet(Register register, Instant now, ZoneId zone, int most) {
        var silent = LocalDate.ofInstant(now, zone).minusDays(QUIET - 2L);
        var regulars = new ArrayList<Long>();
        for (int p = 0; p < register.persons(); p++) {
            if (register.days(p) >= REGULAR && register.firstFrom(p, silent) == null) {
                regulars.add(register.member(p));
            }
        }
        return db
                .sql(
                        """
                        select member_id, name, platforms, last_seen from members.report_member
                        where community_id = folkmoot.community() and member_id = any(:members)
                            and last_seen > :from and last_seen <= :to
                            and role = 'member' and (left_at is null or back_at is not null)
                        """)
                .param("members", regulars.toArray(Long[]::new))
                .param("from", time(now, 2 * QUIET))
                .param("to", time(now, QUIET))
                .query(Movements::read)
                .stream()
                .map(who -> new Regular(who, season(register, who, zone)))
                .filter(regular -> regular.days >= REGULAR)
                .sorted(
                        Comparator.comparingInt(Regular::days)
                                .thenComparing(r -> r.who.at())
                                .reversed()
                                .thenComparingLong(r -> r.who.member()))
                .limit(most)
                .map(Regular::who)
                .toList();
    }

    private record Regular(Who who, int days) {}

    private static int season(Register register, Who who, ZoneId zone) {
        var last = LocalDate.ofInstant(who.at(), zone);
        return register.days(register.person(who.member()), last.minusDays(SEASON - 1L), last);
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
        return now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private static Who read(ResultSet row, int number) throws SQLException {
        return new Who(
                row.getLong(1),
                row.getString(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
