package org.folkmoot.ties;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What introductions came to.
///
/// @param sent how many were sent in the last year
/// @param answered of these, how many met
/// @param seen of those who met, how many the ledger told of
/// @param old of those who met, how many did so 30 days ago or longer
/// @param lasting of these, how many met again 30 days later or after
record Effect(int sent, int answered, int seen, int old, int lasting) {

    /// Counts them.
    @Repository
    static class Counting {

        private final JdbcClient db;

        Counting(JdbcClient db) {
            this.db = db;
        }

        @Transactional(readOnly = true)
        Effect count(java.time.Instant now) {
            return db.sql(
                            """
                            with met as (
                                select i.id, i.state, i.seen_answered, i.answered_at, exists (
                                    select from members.report_account a, members.report_account b, ties.tie t
                                    where a.community_id = i.community_id and a.member_id = coalesce(am.member_id, i.put_on)
                                        and b.community_id = i.community_id and b.member_id = coalesce(bm.member_id, i.put_on_other)
                                        and t.community_id = i.community_id and t.last >= (i.answered_at + interval '30 days')::date
                                        and ((t.one = a.identity_id and t.other = b.identity_id) or (t.one = b.identity_id and t.other = a.identity_id))) as lasting
                                from ties.introduction i
                                left join members.report_moved am on am.community_id = i.community_id and am.home = i.put_on
                                left join members.report_moved bm on bm.community_id = i.community_id and bm.home = i.put_on_other
                                where i.community_id = folkmoot.community() and i.sent_at > :now::timestamptz - interval '365 days'
                                    and i.state in ('sent', 'answered'))
                            select count(*), count(*) filter (where state = 'answered'), count(*) filter (where seen_answered),
                                count(*) filter (where answered_at <= :now::timestamptz - interval '30 days'),
                                count(*) filter (where answered_at <= :now::timestamptz - interval '30 days' and lasting)
                            from met
                            """)
                    .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                    .query(
                            (row, _) ->
                                    new Effect(
                                            row.getInt(1),
                                            row.getInt(2),
                                            row.getInt(3),
                                            row.getInt(4),
                                            row.getInt(5)))
                    .single();
        }
    }

    /// "Of 12 sent in the last year, 7 met (5 seen by Folkmoot). Of 4 who met a month ago or
    /// longer, 3 are still in touch."; empty when none was sent.
    String words() {
        if (sent == 0) {
            return "";
        }
        var met =
                "Of %d sent in the last year, %d met%s."
                        .formatted(
                                sent,
                                answered,
                                answered == 0 ? "" : " (%d seen by Folkmoot)".formatted(seen));
        return old == 0
                ? met
                : met
                        + " Of %d who met a month ago or longer, %d %s still in touch."
                                .formatted(old, lasting, lasting == 1 ? "is" : "are");
    }
}
