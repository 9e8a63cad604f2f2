package org.folkmoot.care;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.access.Colleagues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads tasks: a list, one, or how many; two statements however long the list is.
@Repository
@Transactional(readOnly = true)
class TaskList {

    private static final String SELECT =
            """
            select t.id, t.text, t.due_day, t.due_time, t.owner, t.owner_name, t.thread_id, t.by, t.at, t.changed_at,
                t.sequence, e.how, e.by, e.at, who.ids, who.names
            from care.task t
            left join care.task_end e on e.community_id = t.community_id and e.task_id = t.id
            left join lateral (
                select array_agg(p.member_id order by p.name) as ids, array_agg(p.name order by p.name) as names from (
                    select distinct m.member_id, m.name from care.about a
                    left join members.report_moved v on v.community_id = a.community_id and v.home = a.put_on
                    join members.report_member m on m.community_id = a.community_id and m.member_id = coalesce(v.member_id, a.put_on)
                    where a.community_id = t.community_id and a.task_id = t.id) p) who on true
            where t.community_id = folkmoot.community()
            """;

    private static final String CHOSEN =
            """
             and (e.task_id is not null) = :ended
             and (:until::date is null or t.due_day <= :until)
             and (:about = 0 or exists (select from care.about a where a.community_id = t.community_id and a.task_id = t.id
                and a.put_on in (select h.home from members.report_home h
                    where h.community_id = folkmoot.community() and h.member_id = :about)))
             and case :whose
                when 'mine' then t.owner = :account
                when 'nobody' then t.owner is null
                when 'left' then t.owner <> all(:team)
                when 'about-nobody' then not exists (select from care.about a
                    where a.community_id = t.community_id and a.task_id = t.id)
                else true end
            """;

    private final JdbcClient db;
    private final Colleagues colleagues;

    TaskList(JdbcClient db, Colleagues colleagues) {
        this.db = db;
        this.colleagues = colleagues;
    }

    List<Task> page(TaskQuery query, boolean contacts) {
        var order =
                query.after() != null
                        ? " and t.id > :after order by t.id"
                        : query.ended()
                                ? " order by e.at desc, t.id desc"
                                : (query.until() == null || query.account() == null
                                                ? " order by "
                                                : " order by t.owner is distinct from :account, ")
                                        + "t.due_day nulls last, t.due_time nulls last, t.id";
        var team = team();
        return asked(SELECT + CHOSEN + order + " offset :from limit :most", query, team)
                .param("after", query.after())
                .param("from", query.from())
                .param("most", query.most())
                .query((row, _) -> read(row, team, contacts))
                .list();
    }

    /// How many open tasks there are of a sort.
    long count(TaskQuery query) {
        return asked(
                        """
                        select count(*) from care.task t
                        left join care.task_end e on e.community_id = t.community_id and e.task_id = t.id
                        where t.community_id = folkmoot.community()
                        """
                                + CHOSEN,
                        query,
                        team())
                .query(Long.class)
                .single();
    }

    /// How many of a teammate's open tasks are due up to that day.
    int due(long account, LocalDate until) {
        return db.sql(
                        """
                        select count(*) from care.task t
                        where t.community_id = folkmoot.community() and t.owner = :account and t.due_day <= :until
                            and not exists (select from care.task_end e
                                where e.community_id = t.community_id and e.task_id = t.id)
                        """)
                .param("account", account)
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, TaskQuery query, Set<Long> team) {
        return db.sql(sql)
                .param("ended", query.ended())
                .param("until", query.until())
                .param("about", query.about())
                .param("whose", query.whose().key())
                .param("account", query.account() == null ? -1L : query.account())
                .param("team", team.toArray(Long[]::new));
    }

    Optional<Task> find(long id, boolean contacts) {
        var team = team();
        return db.sql(SELECT + " and t.id = :id")
                .param("id", id)
                .query((row, _) -> read(row, team, contacts))
                .optional();
    }

    /// Those of these that are here.
    List<Task> some(Collection<Long> ids) {
        var team = team();
        return db.sql(SELECT + " and t.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> read(row, team, false))
                .list();
    }

    /// Open tasks with a day, of one teammate.
    List<Task> calendar(long account) {
        return db.sql(
                        SELECT
                                + """
                                   and t.owner = :account and t.due_day is not null and e.task_id is null
                                   order by t.due_day, t.id limit 2000
                                  """)
                .param("account", account)
                .query((row, _) -> read(row, Set.of(account), false))
                .list();
    }

    private Set<Long> team() {
        var team = new HashSet<Long>();
        colleagues.all().forEach(c -> team.add(c.account()));
        return team;
    }

    private static Task read(ResultSet row, Set<Long> team, boolean contacts) throws SQLException {
        var day = row.getObject(3, LocalDate.class);
        var owner = row.getObject(5, Long.class);
        var how = row.getString(12);
        return new Task(
                row.getLong(1),
                row.getString(2),
                day == null ? null : new Task.Due(day, row.getObject(4, LocalTime.class)),
                owner == null
                        ? null
                        : new Task.Owner(owner, row.getString(6), !team.contains(owner)),
                row.getObject(7, Long.class),
                row.getString(8),
                instant(row, 9),
                instant(row, 10),
                row.getInt(11),
                how == null
                        ? null
                        : new Task.End(how.equals("done"), row.getString(13), instant(row, 14)),
                about(row.getArray(15), row.getArray(16), contacts));
    }

    private static List<Who> about(@Nullable Array ids, @Nullable Array names, boolean contacts)
            throws SQLException {
        var about = new ArrayList<Who>();
        if (ids != null && names != null) {
            var members = (Long[]) ids.getArray();
            var called = (String[]) names.getArray();
            for (int i = 0; i < members.length; i++) {
                about.add(Who.of(members[i], called[i], contacts));
            }
        }
        return about;
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }
}
