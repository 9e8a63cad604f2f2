package org.folkmoot.listening;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What themes are found from, and where they are kept.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ThemeRows {

    /// Of so many posts themes are found, the latest.
    private static final int MOST = 40_000;

    private static final String SHELF = " community_id = folkmoot.community() and shelf = :shelf";

    private final JdbcClient db;

    ThemeRows(JdbcClient db) {
        this.db = db;
    }

    /// The posts of members in a window and the one before.
    List<Grouping.Post> posts(Shelf shelf, Instant fromBefore, Instant from, Instant to) {
        return db.sql(
                        """
                        select a.id, i.member_id, a.at >= :from, left(%s, 2000)
                        from activity.report_activity a
                        join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                            and i.role = 'member'
                        join listening.report_judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
                        where a.community_id = folkmoot.community() and a.counted and a.kind in %s and a.at >= :before and a.at < :to
                            and %s and %s is not null
                        order by a.at desc, a.id desc limit :most
                        """
                                .formatted(Posts.TEXT, Posts.LIST, shelf.condition(), Posts.TEXT))
                .param("before", fromBefore.atOffset(ZoneOffset.UTC))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Grouping.Post(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getBoolean(3),
                                        row.getString(4)))
                .list();
    }

    /// The themes there are, with their posts in windows of any length.
    List<Grouping.Before> before(Shelf shelf) {
        var posts = new HashMap<Long, Set<Long>>();
        db.sql("select theme_id, activity_id from listening.theme_post where" + SHELF)
                .param("shelf", shelf.key())
                .query(
                        row -> {
                            posts.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                                    .add(row.getLong(2));
                        });
        return db.sql(
                        """
                        select t.id, t.label, t.name is not null or t.pinned or t.ignored or t.merged_into is not null
                                or exists (select from listening.theme o where o.community_id = t.community_id and o.merged_into = t.id),
                            t.centre::text
                        from listening.theme t where t.community_id = folkmoot.community() and t.shelf = :shelf order by t.id
                        """)
                .param("shelf", shelf.key())
                .query(
                        (row, _) ->
                                new Grouping.Before(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getBoolean(3),
                                        JsonMapper.shared()
                                                .readValue(
                                                        row.getString(4),
                                                        new TypeReference<
                                                                Map<String, Double>>() {}),
                                        posts.getOrDefault(row.getLong(1), Set.of())))
                .list();
    }

    /// Puts these in place of what was found for windows of that length.
    void keep(Shelf shelf, int days, List<Grouping.Theme> themes) {
        db.sql("delete from listening.theme_post where" + SHELF + " and days = :days")
                .param("shelf", shelf.key())
                .param("days", days)
                .update();
        for (var theme : themes) {
            var id = theme.id();
            var of = id == null ? add(shelf, theme) : change(id, theme);
            put(shelf, days, of, theme.posts());
        }
        db.sql(
                        """
                        delete from listening.theme t where t.community_id = folkmoot.community() and t.shelf = :shelf
                            and t.name is null and not t.pinned and not t.ignored and t.merged_into is null
                            and not exists (select from listening.theme o where o.community_id = t.community_id and o.merged_into = t.id)
                            and not exists (select from listening.theme_post p where p.community_id = t.community_id and p.theme_id = t.id)
                        """)
                .param("shelf", shelf.key())
                .update();
    }

    private long add(Shelf shelf, Grouping.Theme theme) {
        return db.sql(
                        """
                        insert into listening.theme (community_id, shelf, label, centre)
                        values (folkmoot.community(), :shelf, :label, :centre::jsonb) returning id
                        """)
                .param("shelf", shelf.key())
                .param("label", theme.label())
                .param("centre", JsonMapper.shared().writeValueAsString(theme.centre()))
                .query(Long.class)
                .single();
    }

    private long change(long id, Grouping.Theme theme) {
        db.sql(
                        "update listening.theme set label = :label, centre = :centre::jsonb where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .param("label", theme.label())
                .param("centre", JsonMapper.shared().writeValueAsString(theme.centre()))
                .update();
        return id;
    }

    /// A theme that somebody else let go meanwhile gets none; nor does any what was forgotten.
    private void put(Shelf shelf, int days, long theme, Map<Long, Double> posts) {
        var ids = new ArrayList<>(posts.keySet());
        db.sql(
                        """
                        insert into listening.theme_post (community_id, shelf, days, activity_id, theme_id, nearness)
                        select folkmoot.community(), :shelf, :days, p.id, t.id, p.nearness
                        from unnest(:ids::bigint[], :nearness::double precision[]) p(id, nearness)
                        join listening.theme t on t.community_id = folkmoot.community() and t.id = :theme
                        join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = p.id
                        """)
                .param("shelf", shelf.key())
                .param("days", days)
                .param("theme", theme)
                .param("ids", ids.toArray(Long[]::new))
                .param("nearness", ids.stream().map(posts::get).toArray(Double[]::new))
                .update();
    }
}
