package org.folkmoot.ties;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What two people did together: the list behind a tie.
@Repository
@Transactional(readOnly = true)
class Exchanges {

    /// So many of the latest activities of each account are looked at.
    private static final int LATEST = 3_000;

    private final JdbcClient db;

    Exchanges(JdbcClient db) {
        this.db = db;
    }

    /// @param activity by its number in the ledger
    /// @param by who did it, one of the two
    /// @param what `reply`, `review` or `mention`
    /// @param text the beginning of what was said; may be empty
    record Exchange(long activity, long by, String what, String kind, String text, Instant at) {}

    /// Replies, reviews and mentions between two people, newest first.
    ///
    /// @param what only these; null for all
    List<Exchange> between(long one, long other, @Nullable String what, int most) {
        return db.sql(
                        """
                        with us as materialized (
                            select i.identity_id, i.member_id, i.source, i.external_id,
                                case when i.member_id = :one then :other else :one end as whom
                            from members.report_account i
                            where i.community_id = folkmoot.community() and i.member_id in (:one, :other)),
                        said as materialized (
                            select u.*, n.* from us u cross join lateral (
                                select a.id, a.parent_id, a.mentions, a.kind, coalesce(a.title, a.text, '') as text, a.at
                                from activity.report_activity a
                                where a.community_id = folkmoot.community() and a.identity_id = u.identity_id and a.counted
                                order by a.at desc limit :latest) n),
                        met as (
                            select s.id, s.member_id, case when s.kind in ('review', 'co_authorship', 'commit_help') then 'review' else 'reply' end as what,
                                s.kind, s.text, s.at
                            from said s
                            join activity.report_activity p on p.community_id = folkmoot.community() and p.id = s.parent_id and p.counted
                            join us o on o.identity_id = p.identity_id and o.member_id = s.whom
                            where s.kind not in ('reaction', 'vote', 'join')
                            union all
                            select s.id, s.member_id, 'mention', s.kind, s.text, s.at from said s
                            where s.mentions <> '{}' and exists (
                                select from us o where o.member_id = s.whom and o.source = s.source and o.external_id = any(s.mentions)))
                        select id, member_id, what, kind, left(text, 240), at from met
                        where :what::text is null or what = :what
                        order by at desc, id desc, what limit :most
                        """)
                .param("one", one)
                .param("other", other)
                .param("latest", LATEST)
                .param("what", what)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Exchange(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Objects.requireNonNull(Introductions.instant(row, 6))))
                .list();
    }
}
