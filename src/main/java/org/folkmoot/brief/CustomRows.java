package org.folkmoot.brief;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.lifecycle.Newcomers;
import org.folkmoot.listening.Posts;
import org.folkmoot.metrics.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How people write to each other here. Bots are in none of it.
@Repository
@Transactional(readOnly = true)
class CustomRows {

    private static final int PINNED = 5;

    private final JdbcClient db;

    CustomRows(JdbcClient db) {
        this.db = db;
    }

    /// @param middle characters of the post in the middle
    record Written(long posts, @Nullable Integer middle) {}

    Written written(Window window) {
        return asked(
                        window,
                        """
                        select count(*), percentile_disc(0.5) within group (order by length(a.text))
                        from activity.report_activity a
                        join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.counted and a.kind in %s and a.text is not null
                            and a.at >= :from and a.at < :to and i.role in ('member', 'staff')
                        """
                                .formatted(Posts.LIST))
                .query((row, _) -> new Written(row.getLong(1), row.getObject(2, Integer.class)))
                .single();
    }

    /// Of posts that were read; what is in no language is left out.
    List<Customs.Part> languages(Window window) {
        return parts(
                asked(
                        window,
                        """
                        select j.language, count(*) from activity.report_activity a
                        join listening.report_judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
                        where a.community_id = folkmoot.community() and a.counted and a.at >= :from and a.at < :to and j.language <> ''
                        group by 1 order by 2 desc, 1
                        """));
    }

    /// Reactions by their names; those without one are under the empty name.
    List<Customs.Part> reactions(Window window) {
        return parts(
                asked(
                                window,
                                """
                                select coalesce(left(a.text, 40), ''), count(*) from activity.report_activity a
                                where a.community_id = folkmoot.community() and a.counted and a.kind = :kind and a.at >= :from and a.at < :to
                                group by 1 order by 2 desc, 1
                                """)
                        .param("kind", Kind.REACTION.key()));
    }

    private static List<Customs.Part> parts(StatementSpec asked) {
        return asked.query((row, _) -> new Customs.Part(row.getString(1), row.getLong(2))).list();
    }

    /// Who was first to answer these first posts, and how often; the most often first.
    Map<Long, Integer> welcomers(Collection<Long> posts) {
        var welcomers = new LinkedHashMap<Long, Integer>();
        db.sql(
                        """
                        with first as (
                            select distinct on (own.id) own.id, i.member_id
                            from unnest(:posts::bigint[]) as p (id)
                            join activity.report_activity own on own.community_id = folkmoot.community() and own.id = p.id
                            join members.report_identity by on by.community_id = folkmoot.community() and by.identity_id = own.identity_id
                            cross join lateral (
                                select t.id, t.at, t.identity_id, t.kind from activity.report_activity t
                                where t.community_id = folkmoot.community() and t.thread_id = own.id and t.thread_id <> t.id and t.counted
                                union all
                                select t.id, t.at, t.identity_id, t.kind from activity.report_activity t
                                where t.community_id = folkmoot.community() and t.parent_id = own.id and t.counted) x
                            join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = x.identity_id
                            where x.kind = any(:answers::text[]) and i.role in ('member', 'staff') and i.member_id <> by.member_id
                            order by own.id, x.at, x.id)
                        select member_id, count(*)::int from first group by 1 order by 2 desc, 1
                        """)
                .param("posts", posts.toArray(Long[]::new))
                .param("answers", Newcomers.ANSWERS.stream().map(Kind::key).toArray(String[]::new))
                .query(
                        row -> {
                            welcomers.put(row.getLong(1), row.getInt(2));
                        });
        return welcomers;
    }

    /// What is pinned, the latest first.
    List<Long> pinned() {
        return db.sql(
                        """
                        select a.id from activity.report_fate f
                        join activity.report_activity a on a.community_id = folkmoot.community() and a.id = f.activity_id
                        where f.community_id = folkmoot.community() and f.pinned and a.counted
                        order by a.at desc, a.id desc limit :most
                        """)
                .param("most", PINNED)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private StatementSpec asked(Window window, String sql) {
        return db.sql(sql)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC));
    }
}
