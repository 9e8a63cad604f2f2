package org.folkmoot.brief;

import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.listening.Posts;
import org.folkmoot.metrics.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What may be a sign that something rubs.
@Repository
@Transactional(readOnly = true)
class FrictionRows {

    private static final int SHOWN = 5;

    /// A thread is a long exchange of two when it has so many posts, of which these two wrote so
    /// great a share, and the one who wrote less so many.
    private static final int LONG = 10;

    private static final double MOSTLY = .8;
    private static final int EACH = 4;

    /// Who came lately and wrote at least so much.
    private static final int POSTS = 3;

    private final JdbcClient db;

    FrictionRows(JdbcClient db) {
        this.db = db;
    }

    record Lengthy(long thread, int posts, int people, double share) {}

    List<Lengthy> exchanges(Window window) {
        return asked(
                        window,
                        """
                        with own as materialized (
                            select a.thread_id, i.member_id, count(*) as n
                            from activity.report_activity a
                            join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                            where a.community_id = folkmoot.community() and a.counted and a.kind in %s
                                and a.at >= :from and a.at < :to and i.role in ('member', 'staff')
                            group by 1, 2),
                        thread as (
                            select thread_id, sum(n)::int as posts, count(*)::int as people,
                                (array_agg(n order by n desc))[1] as first, (array_agg(n order by n desc))[2] as second
                            from own group by 1 having count(*) >= 2 and sum(n) >= :long)
                        select thread_id, posts, people, (first + second)::float8 / posts from thread
                        where second >= :each and first + second >= :mostly * posts
                        order by posts desc, thread_id limit :shown
                        """
                                .formatted(Posts.LIST))
                .param("long", LONG)
                .param("each", EACH)
                .param("mostly", MOSTLY)
                .param("shown", SHOWN)
                .query(
                        (row, _) ->
                                new Lengthy(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getDouble(4)))
                .list();
    }

    /// What was written in the window, and what became of it by now; bots left out.
    Frictions.Fates fates(Window window) {
        return asked(
                        window,
                        """
                        select count(*), count(*) filter (where f.edited and not f.removed), count(*) filter (where f.removed)
                        from activity.report_activity a
                        join activity.report_fate f on f.community_id = folkmoot.community() and f.activity_id = a.id
                        join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.kind in %s and a.at >= :from and a.at < :to
                            and i.role in ('member', 'staff') and (a.counted or f.removed)
                        """
                                .formatted(Posts.LIST))
                .query(
                        (row, _) ->
                                new Frictions.Fates(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /// How many came in the window and had half of their posts removed, of three or more.
    int removedNewcomers(Window window) {
        return asked(
                        window,
                        """
                        select count(*)::int from (
                            select i.member_id
                            from members.report_member m
                            join members.report_identity i on i.community_id = folkmoot.community() and i.member_id = m.member_id
                            join activity.report_activity a on a.community_id = folkmoot.community() and a.identity_id = i.identity_id
                            join activity.report_fate f on f.community_id = folkmoot.community() and f.activity_id = a.id
                            where m.community_id = folkmoot.community() and m.role = 'member' and m.first_seen >= :from and m.first_seen < :to
                                and a.kind in %s and a.at >= :from and a.at < :to
                            group by 1 having count(*) >= :posts and 2 * count(*) filter (where f.removed) >= count(*)) x
                        """
                                .formatted(Posts.LIST))
                .param("posts", POSTS)
                .query(Integer.class)
                .single();
    }

    private StatementSpec asked(Window window, String sql) {
        return db.sql(sql)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC));
    }
}
