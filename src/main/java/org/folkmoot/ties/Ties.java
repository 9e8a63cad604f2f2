package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who knows whom by now: ties of accounts, added up for the people whom they belong to.
@Repository
@Transactional(readOnly = true)
class Ties {

    private final JdbcClient db;

    Ties(JdbcClient db) {
        this.db = db;
    }

    /// Whoever is nearest to a person, strongest tie first; people only.
    ///
    /// @param after where the page before ended: passed over are so many
    List<Tie> of(long member, LocalDate today, int most, int after) {
        return of(member, null, today, most, after);
    }

    /// What two people have with each other, if anything.
    Optional<Tie> one(long member, long other, LocalDate today) {
        return of(member, other, today, 1, 0).stream().findFirst();
    }

    private List<Tie> of(long member, @Nullable Long only, LocalDate today, int most, int after) {
        return db.sql(
                        """
                        with me as materialized (
                            select identity_id from members.report_account
                            where community_id = folkmoot.community() and member_id = :member),
                        met as (
                            select t.other as whom, t.replies as replied, 0 as answered, t.mentions as named, 0 as called,
                                t.reviews as reviewed, 0 as helped, t.together, t.weight, t.last
                            from me join ties.tie t on t.community_id = folkmoot.community() and t.one = me.identity_id
                            union all
                            select t.one, 0, t.replies, 0, t.mentions, 0, t.reviews, t.together, t.weight, t.last
                            from me join ties.tie t on t.community_id = folkmoot.community() and t.other = me.identity_id)
                        select r.member_id, r.name, sum(replied), sum(answered), sum(named), sum(called), sum(reviewed), sum(helped),
                            sum(together), sum(weight) / ties.scale(:today), max(last)
                        from met
                        join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = met.whom
                        join members.report_member r on r.community_id = folkmoot.community() and r.member_id = i.member_id
                        where r.member_id <> :member and r.role in ('member', 'staff')
                            and (:only::bigint is null or r.member_id = :only)
                        group by r.member_id, r.name
                        order by sum(weight) desc, r.member_id limit :most offset :after
                        """)
                .param("member", member)
                .param("only", only)
                .param("today", today)
                .param("most", most)
                .param("after", after)
                .query(
                        (row, _) ->
                                new Tie(
                                        row.getLong(1),
                                        row.getString(2),
                                        new Tie.Way(row.getInt(3), row.getInt(5), row.getInt(7)),
                                        new Tie.Way(row.getInt(4), row.getInt(6), row.getInt(8)),
                                        row.getInt(9),
                                        row.getDouble(10),
                                        row.getObject(11, LocalDate.class)))
                .list();
    }
}
