package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who stands near whom, for the picture: people, and the ties among them.
@Repository
@Transactional(readOnly = true)
class Surroundings {

    /// The whole picture is drawn from so many of the strongest ties of accounts.
    static final int STRONGEST = 20_000;

    private final JdbcClient db;

    Surroundings(JdbcClient db) {
        this.db = db;
    }

    /// Equal to another one when no tie is other than it was, and the same people stand behind the
    /// same accounts in the same roles.
    ///
    /// @param days of the ledger that were read
    /// @param ties how often these were read
    /// @param people how often any of them changed
    record State(long days, long ties, long people, int halfLife) {}

    State state() {
        return db.sql(
                        """
                        select count(*), coalesce(sum(version), 0)::bigint,
                            (select coalesce(sum(times), 0)::bigint from members.report_stir where community_id = folkmoot.community()),
                            ties.half_life()
                        from ties.seen where community_id = folkmoot.community()
                        """)
                .query(
                        (row, _) ->
                                new State(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getInt(4)))
                .single();
    }

    /// These people and whoever is nearest to them, strongest first.
    ///
    /// @param own so many of the strongest ties of each account are followed, in each direction
    List<Long> around(Collection<Long> members, int own, int most) {
        return db.sql(
                        """
                        with us as materialized (
                            select identity_id from members.report_account
                            where community_id = folkmoot.community() and member_id = any(:members)),
                        met as (
                            select identity_id as whom, 0::double precision as weight from us
                            union all
                            select n.other, n.weight from us cross join lateral (
                                select t.other, t.weight from ties.tie t
                                where t.community_id = folkmoot.community() and t.one = us.identity_id
                                order by t.weight desc limit :own) n
                            union all
                            select n.one, n.weight from us cross join lateral (
                                select t.one, t.weight from ties.tie t
                                where t.community_id = folkmoot.community() and t.other = us.identity_id
                                order by t.weight desc limit :own) n)
                        select r.member_id
                        from (select whom, sum(weight) as weight from met group by whom) n
                        join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = n.whom
                        join members.report_member r on r.community_id = folkmoot.community() and r.member_id = i.member_id
                        where r.role in ('member', 'staff')
                        group by r.member_id
                        order by (r.member_id = any(:members)) desc, sum(n.weight) desc, r.member_id limit :most
                        """)
                .param("members", members.toArray(Long[]::new))
                .param("own", own)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// The strongest ties of all, strongest first: what `STRONGEST` ties of accounts come to.
    List<Line> strongest(LocalDate today) {
        return db.sql(
                        """
                        with top as materialized (
                            select one, other, weight from ties.tie
                            where community_id = folkmoot.community() order by weight desc limit :strongest),
                        who as materialized (
                            select w.id, i.member_id from (select one from top union select other from top) w(id)
                            join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = w.id
                            join members.report_member m on m.community_id = folkmoot.community() and m.member_id = i.member_id
                            where m.role in ('member', 'staff'))
                        select least(a.member_id, b.member_id), greatest(a.member_id, b.member_id), sum(t.weight) / ties.scale(:today)
                        from top t join who a on a.id = t.one join who b on b.id = t.other
                        where a.member_id <> b.member_id
                        group by 1, 2 order by 3 desc, 1, 2
                        """)
                .param("strongest", STRONGEST)
                .param("today", today)
                .query((row, _) -> new Line(row.getLong(1), row.getLong(2), row.getDouble(3)))
                .list();
    }

    /// A line between two of the people asked for.
    ///
    /// @param one the smaller id
    /// @param weight as of today
    record Line(long one, long other, double weight) {}

    /// The ties among these people, strongest first, of each account the strongest `own`.
    List<Line> among(Collection<Long> members, LocalDate today, int own) {
        return db.sql(
                        """
                        with us as materialized (
                            select identity_id, member_id from members.report_account
                            where community_id = folkmoot.community() and member_id = any(:members)),
                        met as (
                            select us.identity_id as one, n.other, n.weight from us cross join lateral (
                                select t.other, t.weight from ties.tie t
                                where t.community_id = folkmoot.community() and t.one = us.identity_id
                                order by t.weight desc limit :own) n
                            union
                            select n.one, us.identity_id, n.weight from us cross join lateral (
                                select t.one, t.weight from ties.tie t
                                where t.community_id = folkmoot.community() and t.other = us.identity_id
                                order by t.weight desc limit :own) n)
                        select least(a.member_id, b.member_id), greatest(a.member_id, b.member_id),
                            sum(t.weight) / ties.scale(:today)
                        from met t
                        join us a on a.identity_id = t.one
                        join us b on b.identity_id = t.other
                        where a.member_id <> b.member_id
                        group by 1, 2 order by 3 desc, 1, 2
                        """)
                .param("members", members.toArray(Long[]::new))
                .param("today", today)
                .param("own", own)
                .query((row, _) -> new Line(row.getLong(1), row.getLong(2), row.getDouble(3)))
                .list();
    }

    /// A person as the picture shows them.
    record Node(long member, String name, String role, String organisation, String platform) {}

    /// In the order asked for; who is not here is left out.
    List<Node> nodes(List<Long> members) {
        return db.sql(
                        """
                        select r.member_id, r.name, r.role, coalesce(r.organisation, ''), coalesce(r.platforms[1], '')
                        from unnest(:members::bigint[]) with ordinality m(id, n)
                        join members.report_member r on r.community_id = folkmoot.community() and r.member_id = m.id
                        order by m.n
                        """)
                .param("members", members.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                new Node(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                .list();
    }

    /// Whoever has been here for `days` days or more, was active in the last 180 days, and has no
    /// tie with anybody: newest first.
    List<Node> alone(LocalDate today, int days, int most) {
        return db.sql(
                        """
                        select r.member_id, r.name, r.role, coalesce(r.organisation, ''), coalesce(r.platforms[1], '')
                        from members.report_member r
                        where r.community_id = folkmoot.community() and r.role = 'member'
                            and r.first_seen < (:today::date - :days)::timestamptz
                            and r.last_seen >= (:today::date - 180)::timestamptz
                            and not exists (
                                select from members.report_account i
                                where i.community_id = folkmoot.community() and i.member_id = r.member_id
                                    and (exists (select from ties.tie t where t.community_id = folkmoot.community() and t.one = i.identity_id)
                                        or exists (select from ties.tie t where t.community_id = folkmoot.community() and t.other = i.identity_id)))
                        order by r.last_seen desc, r.member_id limit :most
                        """)
                .param("today", today.toString())
                .param("days", days)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Node(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                .list();
    }
}
