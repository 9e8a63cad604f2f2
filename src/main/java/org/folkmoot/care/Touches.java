package org.folkmoot.care;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads out of the ledger when the team last spoke with each account: the cost grows with what is
/// new, not with what there is. Kept by account, so joining and parting people changes
/// nothing here.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Touches {

    private static final String LAST =
            """
            insert into care.touch as t (community_id, identity_id, with_identity, activity_id, at, day, by_team)
            select distinct on (who) folkmoot.community(), who, mate, id, at, day, by_team from met
            order by who, at desc, id desc
            on conflict (community_id, identity_id) do update
                set with_identity = excluded.with_identity, activity_id = excluded.activity_id, at = excluded.at,
                    day = excluded.day, by_team = excluded.by_team
                where (excluded.at, excluded.activity_id) > (t.at, t.activity_id)
            """;

    /// Of what is `fresh`: replies to and from the team, also older ones to what came late, and
    /// mentions. A sign on a post is no word.
    private static final String MET =
            """
            met as (
                select case when a.identity_id = any(:team) then p.identity_id else a.identity_id end as who,
                    case when a.identity_id = any(:team) then a.identity_id else p.identity_id end as mate,
                    a.id, a.at, a.day, a.identity_id = any(:team) as by_team
                from (
                    select f.* from fresh f
                    union
                    select c.id, c.identity_id, c.parent_id, c.source_id, c.mentions, c.at, c.day
                    from fresh f join activity.report_activity c on c.community_id = folkmoot.community()
                        and c.parent_id = f.id and c.counted and c.kind not in ('reaction', 'vote')
                    where c.identity_id is not null) a
                join activity.report_activity p on p.community_id = folkmoot.community() and p.id = a.parent_id
                where (a.identity_id = any(:team)) <> (p.identity_id = any(:team))
                union all
                select case when f.identity_id = any(:team) then i.identity_id else f.identity_id end,
                    case when f.identity_id = any(:team) then f.identity_id else i.identity_id end,
                    f.id, f.at, f.day, f.identity_id = any(:team)
                from fresh f cross join lateral unnest(f.mentions) n(external_id)
                join activity.report_source s on s.community_id = folkmoot.community() and s.source_id = f.source_id
                join members.report_account i on i.community_id = folkmoot.community() and i.source = s.source
                    and i.external_id = n.external_id
                where (f.identity_id = any(:team)) <> (i.identity_id = any(:team)))
            """;

    private static final String FRESH =
            """
            with fresh as materialized (
                select a.id, a.identity_id, a.parent_id, a.source_id, a.mentions, a.at, a.day
                from activity.report_activity a
                where a.community_id = folkmoot.community() and %s and a.counted and a.identity_id is not null
                    and a.kind not in ('reaction', 'vote')),
            """;

    private final JdbcClient db;

    Touches(JdbcClient db) {
        this.db = db;
    }

    /// @param stir the sum of all that changed who is who, as of then
    record Read(long upTo, List<Long> team, String stir) {}

    Optional<Read> read() {
        return db.sql(
                        "select up_to, team, stir::text from care.read where community_id = folkmoot.community()")
                .query(
                        (row, _) ->
                                new Read(
                                        row.getLong(1),
                                        List.of((Long[]) row.getArray(2).getArray()),
                                        row.getString(3)))
                .optional();
    }

    /// One at a time in a community, until the transaction is over.
    void takeTurn() {
        db.sql("select pg_advisory_xact_lock(hashtext('care.read'), folkmoot.community())")
                .query((_, _) -> 1)
                .list();
    }

    String stir() {
        return db.sql(
                        "select coalesce(sum(times), 0)::text from members.report_stir where community_id = folkmoot.community()")
                .query(String.class)
                .single();
    }

    /// The accounts of the team: of staff, and of the members that teammates are themselves. As
    /// lists, step by step: the database knows too little of a new community to join them well.
    List<Long> team() {
        return db.sql(
                        """
                        select i.identity_id from members.report_identity i
                        where i.community_id = folkmoot.community() and i.role = 'staff'
                        union
                        select h.identity_id from members.report_home h
                        where h.community_id = folkmoot.community() and h.member_id = any(array(
                            select mine.member_id from members.report_home mine
                            where mine.community_id = folkmoot.community() and mine.home = any(array(
                                select s.put_on from care.self s where s.community_id = folkmoot.community()))))
                        order by 1
                        """)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// The last id of the next so many activities after this one; null when there are none.
    @Nullable Long slice(long after, int most) {
        return db.sql(
                        """
                        select max(id) from (select a.id from activity.report_activity a
                            where a.community_id = folkmoot.community() and a.id > :after order by a.id limit :most) s
                        """)
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /// Reads the activities in between. Nobody met a team that is not there.
    void readOn(long after, long upTo, List<Long> team) {
        if (team.isEmpty()) {
            return;
        }
        db.sql(FRESH.formatted("a.id > :after and a.id <= :upTo") + MET + LAST)
                .param("after", after)
                .param("upTo", upTo)
                .param("team", team.toArray(Long[]::new))
                .update();
    }

    /// Of days that changed: forgets what is gone, and looks again at all that these people said
    /// and were told.
    void reconsider(List<Long> team) {
        var gone =
                db.sql(
                                """
                                with changed as materialized (
                                    select d.day, d.version from activity.report_day d
                                    left join care.read_day r on r.community_id = d.community_id and r.day = d.day
                                    where d.community_id = folkmoot.community() and d.version is distinct from r.version),
                                known as (
                                    insert into care.read_day as r (community_id, day, version)
                                    select folkmoot.community(), day, version from changed
                                    on conflict (community_id, day) do update set version = excluded.version)
                                delete from care.touch t using changed c
                                where t.community_id = folkmoot.community()
                                    and (t.day = c.day or c.day = '-infinity')
                                    and not exists (select from activity.report_activity a where a.community_id = t.community_id
                                        and a.id = t.activity_id and a.counted)
                                returning t.identity_id
                                """)
                        .query((row, _) -> row.getLong(1))
                        .list();
        if (gone.isEmpty()) {
            return;
        }
        for (var whose :
                List.of(
                        "a.identity_id = any(:gone)",
                        """
                        a.id in (select c.id from activity.report_activity p join activity.report_activity c
                            on c.community_id = p.community_id and c.parent_id = p.id
                            where p.community_id = folkmoot.community() and p.identity_id = any(:gone))""",
                        """
                        a.identity_id = any(:team) and a.mentions && (select coalesce(array_agg(i.external_id), '{}')
                            from members.report_account i
                            where i.community_id = folkmoot.community() and i.identity_id = any(:gone))""")) {
            db.sql(FRESH.formatted(whose) + MET + LAST)
                    .param("gone", gone.toArray(Long[]::new))
                    .param("team", team.toArray(Long[]::new))
                    .update();
        }
    }

    void forgetAll() {
        db.sql("delete from care.touch where community_id = folkmoot.community()").update();
    }

    void remember(Read read) {
        db.sql(
                        """
                        insert into care.read as r (community_id, up_to, team, stir)
                        values (folkmoot.community(), :upTo, :team, :stir::numeric)
                        on conflict (community_id) do update
                            set up_to = excluded.up_to, team = excluded.team, stir = excluded.stir
                        """)
                .param("upTo", read.upTo())
                .param("team", read.team().toArray(Long[]::new))
                .param("stir", read.stir())
                .update();
    }
}
