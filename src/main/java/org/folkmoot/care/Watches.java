package org.folkmoot.care;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whom teammates keep an eye on, each for herself.
@Repository
@Transactional
public class Watches {

    private final JdbcClient db;
    private final Belonging belonging;
    private final Trail trail;

    Watches(JdbcClient db, Belonging belonging, Trail trail) {
        this.db = db;
        this.belonging = belonging;
        this.trail = trail;
    }

    /// @param lastSeen null: never
    record Watched(Who who, @Nullable Instant lastSeen) {}

    /// What a watched person did.
    ///
    /// @param words its title, or how its text begins
    record News(Who who, long id, String kind, String words, @Nullable String place, Instant at) {}

    /// @return false when she was watched already
    public boolean begin(long account, long member) {
        var present = belonging.present(member);
        if (watches(account, present)) {
            return false;
        }
        var there =
                db.sql(
                                """
                                insert into care.watch (community_id, account, put_on)
                                select folkmoot.community(), :account, m.member_id from members.report_member m
                                where m.community_id = folkmoot.community() and m.member_id = :member on conflict do nothing
                                """)
                        .param("account", account)
                        .param("member", present)
                        .update();
        if (there == 0) {
            throw new Refusal.NotFound("This person");
        }
        trail.record("member watched", "member", Long.toString(present), Map.of());
        return true;
    }

    boolean end(long account, long member) {
        var present = belonging.present(member);
        var ended =
                db.sql(
                                """
                                delete from care.watch where community_id = folkmoot.community() and account = :account
                                    and put_on in (select h.home from members.report_home h
                                        where h.community_id = folkmoot.community() and h.member_id = :member)
                                """)
                        .param("account", account)
                        .param("member", present)
                        .update();
        if (ended > 0) {
            trail.record("member watched no more", "member", Long.toString(present), Map.of());
        }
        return ended > 0;
    }

    @Transactional(readOnly = true)
    boolean watches(long account, long member) {
        return db.sql(
                        """
                        select exists (select from care.watch w join members.report_home h on h.community_id = w.community_id
                                and h.home = w.put_on
                            where w.community_id = folkmoot.community() and w.account = :account and h.member_id = :member)
                        """)
                .param("account", account)
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    /// Whom that teammate watches, who was active last first.
    @Transactional(readOnly = true)
    List<Watched> of(long account, boolean contacts) {
        return db.sql(
                        """
                        select distinct m.member_id, m.name, m.last_seen from care.watch w
                        left join members.report_moved v on v.community_id = w.community_id and v.home = w.put_on
                        join members.report_member m on m.community_id = w.community_id
                            and m.member_id = coalesce(v.member_id, w.put_on)
                        where w.community_id = folkmoot.community() and w.account = :account
                        order by m.last_seen desc nulls last, m.member_id limit 500
                        """)
                .param("account", account)
                .query(
                        (row, _) ->
                                new Watched(
                                        Who.of(row.getLong(1), row.getString(2), contacts),
                                        row.getObject(3) == null ? null : TaskList.instant(row, 3)))
                .list();
    }

    /// What the watched did since then, newest first: reads what is new of each account, twenty of
    /// each at most.
    @Transactional(readOnly = true)
    List<News> since(long account, Instant since, int most, boolean contacts) {
        return db.sql(
                        """
                        with eyed as materialized (
                            select distinct i.identity_id, i.member_id from care.watch w
                            left join members.report_moved v on v.community_id = w.community_id and v.home = w.put_on
                            join members.report_account i on i.community_id = w.community_id
                                and i.member_id = coalesce(v.member_id, w.put_on)
                            where w.community_id = folkmoot.community() and w.account = :account)
                        select m.member_id, m.name, n.id, n.kind,
                            coalesce(nullif(n.title, ''), left(n.text, 160), ''), p.name, n.at
                        from eyed cross join lateral (
                            select a.id, a.kind, a.title, a.text, a.place_id, a.at from activity.report_activity a
                            where a.community_id = folkmoot.community() and a.identity_id = eyed.identity_id
                                and a.at > :since and a.counted
                            order by a.at desc limit 20) n
                        join members.report_member m on m.community_id = folkmoot.community() and m.member_id = eyed.member_id
                        left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = n.place_id
                        order by n.at desc, n.id desc limit :most
                        """)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(
                        (row, _) ->
                                new News(
                                        Who.of(row.getLong(1), row.getString(2), contacts),
                                        row.getLong(3),
                                        row.getString(4).replace('_', ' '),
                                        row.getString(5).strip(),
                                        row.getString(6),
                                        TaskList.instant(row, 7)))
                .list();
    }
}
