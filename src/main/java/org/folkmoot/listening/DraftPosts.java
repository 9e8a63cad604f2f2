package org.folkmoot.listening;

import java.util.HashMap;
import java.util.List;
import org.folkmoot.members.LeftAlone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The posts of a thread, as a language model may be given them: without those of people who
/// objected or had the use of their data restricted.
@Repository
@Transactional(readOnly = true)
class DraftPosts {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final ObjectProvider<LeftAlone> leftAlone;

    DraftPosts(JdbcClient db, ObjectProvider<LeftAlone> leftAlone) {
        this.db = db;
        this.leftAlone = leftAlone;
    }

    /// In the order in which they were written.
    List<Draft.Post> of(long thread) {
        var numbers = new HashMap<Long, Integer>();
        return db.sql(
                        """
                        select coalesce(i.member_id, -a.id), left(%s, 4000), not exists (select from members.report_home h
                            where h.community_id = folkmoot.community() and h.identity_id = a.identity_id and h.home in (%s))
                        from activity.report_activity a
                        left join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.thread_id = :thread and a.counted and a.kind in %s
                            and %s is not null
                        order by a.id <> :thread, a.at, a.id limit :most
                        """
                                .formatted(
                                        Posts.TEXT,
                                        leftAlone.getObject().homes(),
                                        Posts.LIST,
                                        Posts.TEXT))
                .param("thread", thread)
                .param("most", MOST)
                .query(
                        (row, _) -> {
                            var who =
                                    numbers.computeIfAbsent(
                                            row.getLong(1), _ -> numbers.size() + 1);
                            return new Draft.Post(who, row.getString(2), row.getBoolean(3));
                        })
                .list();
    }
}
