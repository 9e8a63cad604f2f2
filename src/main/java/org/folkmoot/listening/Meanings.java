package org.folkmoot.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The meanings of what began conversations, of the latest of them.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Meanings {

    /// Of so many conversations of a community meanings are kept at hand.
    static final int MOST = 20_000;

    /// The beginning of a text says what it asks; the model reads no more than some 200 words.
    private static final int LONGEST = 1_200;

    private final JdbcClient db;

    Meanings(JdbcClient db) {
        this.db = db;
    }

    record Post(long id, long digest, String text) {}

    /// What waits or waited for an answer and whose meaning is not known as it reads now, latest
    /// first.
    List<Post> unknown(int most) {
        return db.sql(
                        """
                        select a.id, j.digest, left(%s, %d) from (
                            select id, at from activity.report_activity
                            where community_id = folkmoot.community() and starts and counted order by at desc, id desc limit :all) l
                        join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = l.id
                        left join listening.meaning m on m.community_id = folkmoot.community() and m.activity_id = l.id
                        join activity.report_activity a on a.community_id = folkmoot.community() and a.id = l.id
                        where m.digest is distinct from j.digest and %s is not null
                        order by l.at desc, l.id desc limit :most
                        """
                                .formatted(Posts.TEXT, LONGEST, Posts.TEXT))
                .param("all", MOST)
                .param("most", most)
                .query((row, _) -> new Post(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /// @param directions of these posts by their ids, packed; none for one whose language is not
    ///     known
    void keep(List<Post> posts, Map<Long, byte[]> directions) {
        var packed = new ArrayList<byte @Nullable []>();
        posts.forEach(post -> packed.add(directions.get(post.id())));
        db.sql(
                        """
                        insert into listening.meaning as m (community_id, activity_id, digest, direction)
                        select folkmoot.community(), r.id, r.digest, r.direction
                        from unnest(:ids::bigint[], :digests::bigint[], :directions::bytea[]) r(id, digest, direction)
                        join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = r.id
                        order by r.id
                        on conflict (community_id, activity_id) do update set digest = excluded.digest,
                            direction = excluded.direction, seq = excluded.seq
                        """)
                .param("ids", posts.stream().map(Post::id).toArray(Long[]::new))
                .param("digests", posts.stream().map(Post::digest).toArray(Long[]::new))
                .param("directions", packed.toArray(byte[][]::new))
                .update();
    }

    /// Hands over those written since, oldest first, and of more than are kept at hand the latest.
    ///
    /// @return the last one's number
    long since(long seq, ObjLongConsumer<byte[]> each) {
        var last = new long[] {seq};
        db.sql(
                        """
                        select * from (select activity_id, seq, direction from listening.meaning
                            where community_id = folkmoot.community() and seq > :seq and direction is not null
                            order by seq desc limit :most) m order by seq
                        """)
                .param("seq", seq)
                .param("most", MOST)
                .withFetchSize(2_000)
                .query(
                        row -> {
                            last[0] = row.getLong(2);
                            each.accept(row.getBytes(3), row.getLong(1));
                        });
        return last[0];
    }
}
