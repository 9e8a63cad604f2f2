package org.folkmoot.fields;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The hours of accounts, counted in the background: an account is counted anew when the ledger
/// has something new of it, and never otherwise.
@Repository
@Transactional
class Rhythms {

    private static final int READ = 100_000;
    private static final int COUNTED = 500;

    private final JdbcClient db;
    private final Clock clock;

    Rhythms(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Notes whose hours must be counted, a stretch of the ledger at a time.
    ///
    /// @return whether there is more to read
    boolean listen() {
        db.sql(
                        """
                        insert into fields.listened (community_id, up_to) values (folkmoot.community(), 0) on conflict do nothing
                        """)
                .update();
        var from =
                db.sql(
                                "select up_to from fields.listened where community_id = folkmoot.community() for update")
                        .query(Long.class)
                        .single();
        var stretch =
                db.sql(
                                """
                                with new as materialized (
                                    select a.id, a.identity_id from activity.report_activity a
                                    where a.community_id = folkmoot.community() and a.id > :from order by a.id limit :read
                                ), noted as (
                                    insert into fields.stirred (community_id, identity_id)
                                    select distinct folkmoot.community(), identity_id from new where identity_id is not null
                                    on conflict do nothing
                                )
                                select coalesce(max(id), :from), count(*) from new
                                """)
                        .param("from", from)
                        .param("read", READ)
                        .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
                        .single();
        if (stretch.getLast() > 0) {
            db.sql(
                            "update fields.listened set up_to = :to where community_id = folkmoot.community()")
                    .param("to", stretch.getFirst())
                    .update();
        }
        return stretch.getLast() == READ;
    }

    /// Counts some of those noted, of each the year before its last activity. Whatever stands
    /// at midnight sharp has a day and no hour.
    ///
    /// @return how many accounts were counted
    int count() {
        var due =
                db.sql(
                                """
                                delete from fields.stirred where community_id = folkmoot.community()
                                    and identity_id = any(array(
                                        select identity_id from fields.stirred where community_id = folkmoot.community()
                                        order by identity_id limit :most for update skip locked))
                                returning identity_id
                                """)
                        .param("most", COUNTED)
                        .query((row, _) -> row.getLong(1))
                        .list();
        if (due.isEmpty()) {
            return 0;
        }
        var hours = new TreeMap<Long, int[]>();
        due.forEach(id -> hours.put(id, new int[24]));
        db.sql(
                        """
                        select d.id, extract(hour from a.at at time zone 'UTC')::integer, count(distinct (a.at at time zone 'UTC')::date)
                        from unnest(:due::bigint[]) d(id)
                        cross join lateral (select max(l.at) as at from activity.report_activity l
                            where l.community_id = folkmoot.community() and l.identity_id = d.id and l.at <= :now offset 0) last
                        cross join lateral (select y.at from activity.report_activity y
                            where y.community_id = folkmoot.community() and y.identity_id = d.id
                                and y.at > last.at - interval '365 days' and y.at <= last.at and y.counted
                                and (y.at at time zone 'UTC')::time <> '00:00' offset 0) a
                        group by 1, 2
                        """)
                .param("due", due.toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            var of = hours.get(row.getLong(1));
                            if (of != null) {
                                of[row.getInt(2)] = row.getInt(3);
                            }
                        });
        keep(hours);
        return due.size();
    }

    private void keep(Map<Long, int[]> hours) {
        db.sql(
                        """
                        insert into fields.rhythm (community_id, identity_id, hours)
                        select folkmoot.community(), t.id, t.hours::integer[] from unnest(:ids::bigint[], :hours::text[]) t(id, hours)
                        on conflict (community_id, identity_id) do update set hours = excluded.hours
                        """)
                .param("ids", hours.keySet().toArray(Long[]::new))
                .param(
                        "hours",
                        hours.values().stream()
                                .map(h -> Arrays.toString(h).replace('[', '{').replace(']', '}'))
                                .toArray(String[]::new))
                .update();
    }

    /// The hours of each account of a person.
    @Transactional(readOnly = true)
    List<Rhythm> of(long member) {
        return db.sql(
                        """
                        select r.hours from fields.rhythm r
                        join members.report_home h on h.community_id = r.community_id and h.identity_id = r.identity_id
                        where r.community_id = folkmoot.community() and h.member_id = :member
                        """)
                .param("member", member)
                .query((row, _) -> new Rhythm(List.of((Integer[]) row.getArray(1).getArray())))
                .list();
    }
}
