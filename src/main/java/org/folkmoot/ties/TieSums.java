package org.folkmoot.ties;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Adds up meetings into ties: reads what `MeetingDays` found to be other than it was, from the
/// temporary table `changed`.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TieSums {

    private final JdbcClient db;

    TieSums(JdbcClient db) {
        this.db = db;
    }

    /// Writes the meetings that are other than they were.
    void write() {
        db.sql(
                        """
                        delete from ties.meeting m using changed c
                        where m.community_id = folkmoot.community() and not c.fresh
                            and m.one = c.one and m.other = c.other and m.day = c.day
                        """)
                .update();
        db.sql(
                        """
                        insert into ties.meeting (community_id, one, other, day, replies, mentions, reviews, together)
                        select folkmoot.community(), one, other, day, replies, mentions, reviews, together from changed
                        where replies + mentions + reviews + together > 0
                        order by one, other, day
                        """)
                .update();
    }

    /// What only grew is added; a pair of which something was taken back is added up anew, so that
    /// no error of rounding stays behind.
    ///
    /// @return how many pairs of accounts it concerned
    int sumUp() {
        var again =
                db.sql(
                                """
                                delete from ties.tie t using (select distinct one, other from changed where not fresh) c
                                where t.community_id = folkmoot.community() and t.one = c.one and t.other = c.other
                                """)
                        .update();
        if (again > 0) {
            db.sql(
                            """
                            insert into ties.tie (community_id, one, other, replies, mentions, reviews, together, weight, last)
                            select m.community_id, m.one, m.other, sum(m.replies), sum(m.mentions), sum(m.reviews), sum(m.together),
                                sum(ties.gain(m.replies, m.mentions, m.reviews, m.together) * ties.scale(m.day)), max(m.day)
                            from (select distinct one, other from changed where not fresh) c
                            join ties.meeting m on m.community_id = folkmoot.community() and m.one = c.one and m.other = c.other
                            group by m.community_id, m.one, m.other
                            order by m.one, m.other
                            """)
                    .update();
        }
        return again
                + db.sql(
                                """
                                insert into ties.tie as t (community_id, one, other, replies, mentions, reviews, together, weight, last)
                                select folkmoot.community(), c.one, c.other, sum(c.replies), sum(c.mentions), sum(c.reviews), sum(c.together),
                                    sum(ties.gain(c.replies, c.mentions, c.reviews, c.together) * ties.scale(c.day)), max(c.day)
                                from changed c
                                where c.fresh and not exists (select from changed g where not g.fresh and g.one = c.one and g.other = c.other)
                                group by c.one, c.other
                                order by c.one, c.other
                                on conflict (community_id, one, other) do update set
                                    replies = t.replies + excluded.replies, mentions = t.mentions + excluded.mentions,
                                    reviews = t.reviews + excluded.reviews, together = t.together + excluded.together,
                                    weight = t.weight + excluded.weight, last = greatest(t.last, excluded.last)
                                """)
                        .update();
    }
}
